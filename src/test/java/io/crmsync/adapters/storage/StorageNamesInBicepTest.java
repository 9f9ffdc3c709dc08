package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.FunctionInstances;
import io.crmsync.infra.Deployment;
import io.crmsync.infra.Installation;
import io.crmsync.localapp.host.FunctionClasses;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bicep makes the tables and queues that the code uses, and no others. */
class StorageNamesInBicepTest {
  private static final String TABLES = "Microsoft.Storage/storageAccounts/tableServices/tables";
  private static final String QUEUES = "Microsoft.Storage/storageAccounts/queueServices/queues";

  @ParameterizedTest
  @EnumSource
  void itMakesWhatTheCodeUses(Installation installation) {
    assertThat(names(Deployment.of(installation), TABLES)).isEqualTo(tablesOfTheCode());
    assertThat(names(Deployment.of(installation), QUEUES)).isEqualTo(queuesOfTheCode());
  }

  @Test
  void eachQueueOfTheCodeHasAPoisonQueueThatIsRead() {
    Set<String> work = queuesOfTheCode();
    work.removeIf(name -> name.endsWith("-poison"));

    assertThat(queuesOfTheCode())
        .isEqualTo(
            work.stream()
                .flatMap(name -> Stream.of(name, name + "-poison"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void aNameThatIsOtherwiseIsNoticed() {
    for (String type : List.of(TABLES, QUEUES)) {
      Deployment whole = Deployment.of(Installation.DEFAULTS);
      for (int i = 0; i < whole.names(type).size(); i++) {
        int which = i;
        Deployment broken =
            whole.broken(
                copy -> ((ObjectNode) copy.resources(type).get(which)).put("name", "x/other"));

        assertThat(names(broken, type)).isNotEqualTo(names(whole, type)).contains("other");
      }
    }
  }

  private static Set<String> names(Deployment deployment, String type) {
    return new TreeSet<>(deployment.names(type));
  }

  private static Set<String> tablesOfTheCode() {
    return Arrays.stream(TableName.values())
        .map(TableName::inStorage)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> queuesOfTheCode() {
    return triggers().collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> triggers() {
    return FunctionClasses.besides(FunctionInstances.class).stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> Arrays.stream(method.getParameters()))
        .map(
            (Parameter parameter) ->
                Optional.ofNullable(parameter.getAnnotation(QueueTrigger.class)))
        .flatMap(Optional::stream)
        .map(QueueTrigger::queueName);
  }
}
