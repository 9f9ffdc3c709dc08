package io.crmsync.localapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ViewSecurity.Scope;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.snapshot.Reading;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to try while the local run is up, with ids of the data at hand. */
final class TryIt {
  private final Landscape landscape;
  private final NightReport night;
  private final List<String> lines = new ArrayList<>();

  private TryIt(Landscape landscape, NightReport night) {
    this.landscape = landscape;
    this.night = night;
  }

  static List<String> of(Landscape landscape, NightReport night) {
    return new TryIt(landscape, night).lines();
  }

  private List<String> lines() {
    lines.add("It stays up until Ctrl-C. To try:");
    explain("the page, in a browser: choose who you are, with or without the admin's role");
    lines.add("      " + landscape.functions().address() + "/page");
    night.entitled().wanted().stream().findFirst().ifPresent(this::rightClick);
    landscape
        .source()
        .simulator()
        .ifPresent(
            crm ->
                night.entitled().wanted().stream()
                    .findFirst()
                    .ifPresent(pair -> change(pair, crm)));
    night.entitled().wanted().stream().findFirst().ifPresent(this::look);
    lines.add("");
    return lines;
  }

  /** A contact that the user may see and does not have yet. */
  private void rightClick(PairKey anyPair) {
    String api = landscape.functions().address() + "/api/";
    String bearer = "-H 'Authorization: Bearer local:" + mailbox(anyPair) + "'";
    String contact =
        notYet(anyPair).map(ContactId::value).orElseGet(() -> anyPair.contact().value());
    explain("the right-click: put " + contact + " into " + anyPair.user() + "'s mailbox, now");
    lines.add("      curl -i -X POST " + bearer + " \\");
    lines.add("        -d '{\"contactId\":\"" + contact + "\"}' " + api + "sync-to-outlook");
    explain("what became of it (the requestId is in the answer)");
    lines.add("      curl " + bearer + " " + api + "sync-requests/REQUEST-ID");
  }

  private void change(PairKey pair, URI crm) {
    explain("change " + pair.contact() + " in the CRM, and let it be night again");
    lines.add(
        "      curl -X PATCH -d '{\"position\":\"Head of Something Else\"}' "
            + crm.resolve("/_sim/contacts/" + pair.contact()));
    lines.add(
        "      curl -X POST " + landscape.functions().admin().resolve("/_local/fire/NightlySync"));
  }

  private void look(PairKey pair) {
    explain("look into " + pair.user() + "'s mailbox");
    lines.add("      curl '" + lookInside(mailbox(pair)) + "'");
  }

  private void explain(String what) {
    lines.add("");
    lines.add("  - " + what);
  }

  private String mailbox(PairKey pair) {
    return night
        .crm()
        .directory()
        .user(pair.user())
        .flatMap(CrmUser::mailbox)
        .orElseThrow()
        .value();
  }

  /** One that others have, so that it is a contact like those the user has. */
  private Optional<ContactId> notYet(PairKey anyPair) {
    Set<ContactId> visible =
        night.crm().contacts().stream()
            .filter(TryIt::anyoneMayHaveIt)
            .map(Reading::id)
            .collect(Collectors.toSet());
    return night.entitled().wanted().stream()
        .map(PairKey::contact)
        .filter(visible::contains)
        .filter(id -> !night.entitled().wanted().contains(new PairKey(anyPair.user(), id)))
        .findFirst();
  }

  /** As Graph shows it: names and positions in the folder that our copies are in. */
  private String lookInside(String mailbox) {
    JsonNode folders = Http.get(Copies.mailbox(landscape.graph(), mailbox)).path("folders");
    String folder = "contacts";
    int most = 0;
    for (JsonNode each : folders) {
      if (!each.path("binned").asBoolean() && each.path("contacts").size() > most) {
        most = each.path("contacts").size();
        folder = each.path("id").asText();
      }
    }
    return landscape.graph()
        + "/users/"
        + mailbox
        + "/contactFolders/"
        + folder
        + "/contacts?$select=displayName,jobTitle&$top=100";
  }

  private static boolean anyoneMayHaveIt(Reading contact) {
    return contact.access().viewSecurity().scope() == Scope.PUBLIC
        && Eligibility.rejection(contact.contactState(), contact.fields()).isEmpty();
  }
}
