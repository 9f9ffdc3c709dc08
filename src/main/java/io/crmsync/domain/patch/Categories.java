package io.crmsync.domain.patch;

import io.crmsync.domain.outlook.OutlookContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one category that is added on the first write, as a visible sign; then it is the user's. */
final class Categories {
  private Categories() {}

  /**
   * The categories to send, whole; nothing if there is none to add or it is there already (Outlook
   * ignores case).
   */
  static Optional<List<String>> withOurs(String ours, Optional<OutlookContact> current) {
    List<String> all = new ArrayList<>(current.map(OutlookContact::categories).orElse(List.of()));
    if (ours.isEmpty() || all.stream().anyMatch(ours::equalsIgnoreCase)) {
      return Optional.empty();
    }
    all.add(ours);
    return Optional.of(all);
  }
}
