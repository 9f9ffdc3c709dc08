package io.crmsync.infra;

import java.util.List;
import java.util.stream.Stream;

/** Every parameter and every output says what it is. */
final class EverythingIsDescribed implements Rule {

  @Override
  public List<String> problems(BicepFolder folder) {
    return folder.files().values().stream()
        .flatMap(
            file ->
                Stream.concat(file.params().stream(), file.outputs().stream())
                    .filter(declaration -> !described(declaration))
                    .map(
                        found ->
                            file.place(found.node()) + " has no @description: " + found.name()))
        .toList();
  }

  private static boolean described(Declaration declaration) {
    return declaration.arguments("description").stream()
        .flatMap(text -> text.literal().stream())
        .anyMatch(text -> !text.isBlank());
  }
}
