package io.crmsync.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.crmsync.functions.Settings;
import io.crmsync.infra.BicepFolder;
import io.crmsync.infra.Declaration;
import io.crmsync.infra.Node;
import io.crmsync.localapp.host.FunctionClasses;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bicep makes the tables and queues that the code uses, and no others. */
class StorageNamesInBicepTest {

  @Test
  void theTablesAreTheCodes() {
    assertThat(names("tables"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TableName.values()).map(TableName::inStorage).toList());
  }

  @Test
  void theQueuesAreThoseOfTheTriggersAndEachHasItsPoisonQueue() {
    List<String> queues = names("queues");

    assertThat(Stream.concat(queues.stream(), queues.stream().map(name -> name + "-poison")))
        .containsExactlyInAnyOrderElementsOf(triggers().toList());
    assertThat(BicepFolder.asItIs().texts().get("app/storage.bicep")).contains("'${queue}-poison'");
  }

  private static List<String> names(String variable) {
    return BicepFolder.asItIs()
        .file("main.bicep")
        .find(variable)
        .flatMap(Declaration::value)
        .stream()
        .flatMap(array -> array.all("string"))
        .flatMap((Node name) -> name.literal().stream())
        .toList();
  }

  private static Stream<String> triggers() {
    return FunctionClasses.besides(Settings.class).stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> Arrays.stream(method.getParameters()))
        .map(
            (Parameter parameter) ->
                Optional.ofNullable(parameter.getAnnotation(QueueTrigger.class)))
        .flatMap(Optional::stream)
        .map(QueueTrigger::queueName)
        .distinct();
  }
}
