package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.Settings;
import io.crmsync.infra.BicepFolder;
import io.crmsync.infra.Declaration;
import io.crmsync.infra.Node;
import io.crmsync.localapp.host.FunctionClasses;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bicep makes the tables and queues that the code uses, and no others. */
class StorageNamesInBicepTest {
  private static final String MAIN = "main.bicep";
  private static final String STORAGE = "app/storage.bicep";
  private static final String POISON = "'${queue}-poison'";

  /** A resource of storage.bicep that is made in a loop. */
  private record Loop(String resource, String each, String name) {}

  private static final List<Loop> LOOPS =
      List.of(
          new Loop("work", "for queue in queues:", "queue"),
          new Loop("poison", "for queue in queues:", POISON),
          new Loop("rows", "for table in tables:", "table"));

  @Test
  void itMakesWhatTheCodeUses() {
    assertThat(problems(BicepFolder.asItIs())).isEmpty();
  }

  @Test
  void aNameThatIsOtherwiseIsNoticed() {
    assertNoticed(MAIN, "'contact-sync-now'", "'contact-sync-soon'");
    assertNoticed(MAIN, "'Due', ", "");
    assertNoticed(MAIN, "['Contacts'", "['Contact'");
    assertNoticed(MAIN, "tables: tables", "tables: queues");
    assertNoticed(STORAGE, "name: table\n", "name: toLower(table)\n");
    assertNoticed(STORAGE, "for table in tables:", "for table in queues:");
    assertNoticed(STORAGE, POISON, "'${queue}-poisoned'");
  }

  @Test
  void aNameThatStandsInACommentOnlyIsNone() {
    assertNoticed(STORAGE, "name: " + POISON, "name: queue // " + POISON);
  }

  private static void assertNoticed(String file, String passage, String instead) {
    assertThat(problems(BicepFolder.asItIs().with(file, passage, instead)))
        .as(passage)
        .isNotEmpty();
  }

  private static List<String> problems(BicepFolder folder) {
    List<String> problems = new ArrayList<>();
    Set<String> tables =
        Arrays.stream(TableName.values()).map(TableName::inStorage).collect(toSorted());
    Set<String> queues = triggers().filter(name -> !name.endsWith("-poison")).collect(toSorted());
    compare(problems, "tables", names(folder, "tables"), tables);
    compare(problems, "queues", names(folder, "queues"), queues);
    compare(
        problems,
        "poison queues",
        triggers().filter(name -> name.endsWith("-poison")).collect(toSorted()),
        queues.stream().map(name -> name + "-poison").collect(toSorted()));
    for (String list : List.of("tables", "queues")) {
      compare(problems, "the module's " + list, given(folder, list), list);
    }
    LOOPS.forEach(loop -> problems.addAll(problems(folder, loop)));
    return problems;
  }

  private static List<String> problems(BicepFolder folder, Loop loop) {
    List<Declaration> found =
        folder.file(STORAGE).resources().stream()
            .filter(resource -> resource.name().equals(loop.resource))
            .toList();
    List<String> problems = new ArrayList<>();
    compare(problems, "resources called " + loop.resource, found.size(), 1);
    for (Declaration resource : found) {
      String name = resource.body().at("name").map(Node::text).orElse("");
      compare(problems, "name of " + loop.resource, name, loop.name);
      boolean loops = resource.node().text().contains("[" + loop.each);
      compare(problems, loop.resource + " is made " + loop.each, loops, true);
    }
    return problems;
  }

  private static void compare(List<String> problems, String what, Object found, Object wanted) {
    if (!found.equals(wanted)) {
      problems.add(what + ": " + found + ", not " + wanted);
    }
  }

  private static Set<String> names(BicepFolder folder, String variable) {
    return folder.file(MAIN).find(variable).flatMap(Declaration::value).stream()
        .flatMap(array -> array.all("string"))
        .flatMap((Node name) -> name.literal().stream())
        .collect(toSorted());
  }

  /** What main.bicep gives the module for one of its parameters. */
  private static String given(BicepFolder folder, String parameter) {
    return folder.file(MAIN).modules().stream()
        .filter(module -> module.source().equals(STORAGE))
        .flatMap(module -> module.body().at("params." + parameter).stream())
        .map(Node::text)
        .collect(Collectors.joining());
  }

  private static Stream<String> triggers() {
    return FunctionClasses.besides(Settings.class).stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> Arrays.stream(method.getParameters()))
        .map(
            (Parameter parameter) ->
                Optional.ofNullable(parameter.getAnnotation(QueueTrigger.class)))
        .flatMap(Optional::stream)
        .map(QueueTrigger::queueName);
  }

  private static Collector<String, ?, Set<String>> toSorted() {
    return Collectors.toCollection(TreeSet::new);
  }
}
