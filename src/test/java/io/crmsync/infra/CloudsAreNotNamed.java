package io.crmsync.infra;

import java.util.List;
import java.util.regex.Pattern;

/** Hosts that differ between clouds come from environment(): Bicep's rule no-hardcoded-env-urls. */
final class CloudsAreNotNamed implements Rule {
  private static final Pattern HOSTS =
      Pattern.compile(
          "(?i)(core\\.windows\\.net|login\\.microsoftonline\\.com|management\\.azure\\.com"
              + "|management\\.core\\.windows\\.net|vault\\.azure\\.net|graph\\.windows\\.net"
              + "|database\\.windows\\.net|api\\.loganalytics\\.io|trafficmanager\\.net"
              + "|azurewebsites\\.net)");

  @Override
  public List<String> problems(BicepFolder folder) {
    return folder.files().values().stream()
        .flatMap(
            file ->
                file.root()
                    .all("string")
                    .filter(text -> HOSTS.matcher(text.text()).find())
                    .map(text -> file.place(text) + " names a cloud's host: " + text.text()))
        .toList();
  }
}
