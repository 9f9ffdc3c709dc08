package io.crmsync.infra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A module is there, gets the parameters that it has, and is asked for outputs that it has. */
final class ModulesMatch implements Rule {

  @Override
  public List<String> problems(BicepFolder folder) {
    List<String> problems = new ArrayList<>();
    for (BicepFile file : folder.files().values()) {
      for (Declaration module : file.modules()) {
        String place = file.place(module.node()) + " module " + module.name();
        Optional<BicepFile> target = folder.find(path(file, module));
        if (target.isEmpty()) {
          problems.add(place + " is not there: " + module.source());
        }
        target.ifPresent(found -> compare(place, file, module, found, problems));
      }
    }
    return problems;
  }

  private static String path(BicepFile file, Declaration module) {
    Path path = Path.of(file.name()).resolveSibling(module.source()).normalize();
    return path.toString().replace('\\', '/');
  }

  private static void compare(
      String place, BicepFile file, Declaration module, BicepFile target, List<String> problems) {
    Set<String> given = keys(module);
    Set<String> missing = names(target.params().stream().filter(ModulesMatch::required).toList());
    missing.removeAll(given);
    missing.forEach(name -> problems.add(place + " gets no " + name));
    given.removeAll(names(target.params()));
    given.forEach(name -> problems.add(place + " has no parameter " + name));
    Set<String> asked = outputsAsked(file, module.name());
    asked.removeAll(names(target.outputs()));
    asked.forEach(name -> problems.add(place + " has no output " + name));
  }

  private static boolean required(Declaration param) {
    return param.value().isEmpty() && !param.type().endsWith("?");
  }

  private static Set<String> keys(Declaration module) {
    return module.body().at("params").stream()
        .flatMap(params -> params.parts().stream())
        .flatMap(property -> property.key().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(List<Declaration> declarations) {
    return declarations.stream()
        .map(Declaration::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The x of {@code module.outputs.x}, and of {@code module!.outputs.x}. */
  private static Set<String> outputsAsked(BicepFile file, String module) {
    return file.root()
        .all("member_expression")
        .filter(node -> node.children().get(0).text().matches(module + "!?\\.outputs"))
        .flatMap(node -> node.last().stream())
        .map(Node::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
