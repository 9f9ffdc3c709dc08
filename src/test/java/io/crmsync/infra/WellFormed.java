package io.crmsync.infra;

import java.util.List;

/** Every file parses. */
final class WellFormed implements Rule {

  @Override
  public List<String> problems(BicepFolder folder) {
    return folder.files().values().stream()
        .flatMap(
            file ->
                file.root()
                    .all()
                    .filter(node -> node.is("ERROR") || node.is("MISSING"))
                    .map(node -> file.place(node) + " does not parse: " + node.text()))
        .toList();
  }
}
