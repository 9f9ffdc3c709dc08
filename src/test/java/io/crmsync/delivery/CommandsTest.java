package io.crmsync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two commands are the project's face: whatever calls them calls those. */
class CommandsTest {
  @Test
  void theReadmeHasTheTwo() throws IOException {
    assertThat(Commands.inBlock(read("README.md"))).containsExactly("mvn -Plocal", "mvn verify");
  }

  @Test
  void theGateIsTheReadmesTestCommand() throws IOException {
    assertThat(Commands.lastOf(read(".ci/run"))).isEqualTo("mvn verify");
  }

  @Test
  void theMakefileRunsBothAndNothingThatNoDocumentNames() throws IOException {
    List<String> recipes = Commands.recipes(read("Makefile"));

    assertThat(recipes).containsAll(Commands.inBlock(read("README.md")));
    assertThat(undocumented(recipes)).isEmpty();
  }

  @Test
  void aTargetThatHidesSomethingIsNoticed() throws IOException {
    String makefile =
        read("Makefile")
            .replace("\tmvn verify", "\tmvn verify -DskipITs")
            .concat("\trm -rf target\n");

    assertThat(undocumented(Commands.recipes(makefile)))
        .containsExactly("mvn verify -DskipITs", "rm -rf target");
  }

  @Test
  void everyTargetIsPhonySinceNoneMakesAFile() throws IOException {
    String makefile = read("Makefile");
    List<String> targets =
        Pattern.compile("(?m)^(\\w+):").matcher(makefile).results().map(t -> t.group(1)).toList();

    assertThat(makefile).contains(".PHONY: " + String.join(" ", targets) + "\n");
  }

  private static List<String> undocumented(List<String> recipes) throws IOException {
    List<String> documented = Commands.inTables(read("CONTRIBUTING.md"));
    return recipes.stream()
        .filter(recipe -> !documented.contains(recipe.replace("'$(TEST)'", "MatchingTest")))
        .toList();
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
