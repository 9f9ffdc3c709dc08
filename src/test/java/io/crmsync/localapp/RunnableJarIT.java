package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crmsync.NeverHangs;
import io.crmsync.localapp.files.BuildFolder;
import io.crmsync.localapp.files.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The local run out of one jar, in a folder that has nothing else. */
@NeverHangs
class RunnableJarIT {
  private static final Path FOLDER = BuildFolder.of("runnable").toAbsolutePath();
  private static final Path JAR = FOLDER.resolve("local.jar");

  @BeforeAll
  static void make() throws IOException {
    Files.createDirectories(FOLDER);
    RunnableJar.make(JAR, Path.of(System.getProperty("staged.jar")), OwnFiles.origin());
  }

  @Test
  void itBringsTheSampleToEveryMailbox() throws Exception {
    JsonNode expected = Http.JSON.readTree(RunOptions.SAMPLE.resolve("expected.json").toFile());
    String pairs = expected.path("pairs").asText();
    RunOfItsOwn run = run("--once");
    assertThat(run.output())
        .contains(pairs + " queued: " + pairs + " created")
        .contains(pairs + " copies are there.")
        .doesNotContain("NOT CONVERGED", "EXPECTED");
    assertThat(run.exitCode()).isZero();
  }

  /** The jar has an app of its own. */
  @Test
  void withAnotherAppsJarItRunsThatOneAndNeverItsOwn() throws Exception {
    Path empty = FOLDER.resolve("empty.jar");
    new JarOutputStream(Files.newOutputStream(empty)).close();
    RunOfItsOwn run = run("--once", "--app-jar=" + empty);
    assertThat(run.output())
        .contains("functions did not start", "ClassNotFoundException: io.crmsync.functions.");
    assertThat(run.exitCode()).isOne();
  }

  @Test
  void itListsItsOptionsAndNamesTheRightOne() throws Exception {
    assertThat(run("--help").output()).contains("--nights=N");
    assertThat(run("--help").exitCode()).isZero();
    assertThat(run("--night=2").output()).contains("--nights");
    assertThat(run("--night=2").exitCode()).isOne();
  }

  private static RunOfItsOwn run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new RunOfItsOwn(process.waitFor(), output);
  }
}
