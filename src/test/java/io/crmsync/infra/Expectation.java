package io.crmsync.infra;

import java.util.ArrayList;
import java.util.List;

/**
 * What a resource must say.
 *
 * @param type of the resource, without version
 * @param path keys to the value, with dots
 * @param source how the value is written in the file
 */
record Expectation(String type, String path, String source) {

  /** What is otherwise, or that there is no resource of this type at all. */
  List<String> problems(BicepFolder folder) {
    List<String> problems = new ArrayList<>();
    int seen = 0;
    for (BicepFile file : folder.files().values()) {
      for (Declaration resource : file.resources()) {
        if (!resource.existing() && resource.source().replaceFirst("@.*", "").equals(type)) {
          seen++;
          check(file, resource, problems);
        }
      }
    }
    if (seen == 0) {
      problems.add("There is no " + type);
    }
    return problems;
  }

  private void check(BicepFile file, Declaration resource, List<String> problems) {
    String found = resource.body().at(path).map(Node::text).orElse("nothing");
    if (!found.replaceAll("\\s+", " ").equals(source)) {
      problems.add(
          file.place(resource.node()) + " " + path + " must be " + source + ", not " + found);
    }
  }
}
