package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineReaderTest {

  @Test
  void argumentsAreReadWithTheirValuesBehindASignOrABlank() {
    RunOptions options = read("--once", "--nights", "2", "--change=1.5", "--kill-while=reading");
    assertThat(options.once()).isTrue();
    assertThat(options.nights()).isEqualTo(2);
    assertThat(options.change()).isEqualTo(1.5);
    assertThat(options.killWhile()).isEqualTo(Kills.Moment.READING);
  }

  @Test
  void settingsMayStandTogetherOrApart() {
    assertThat(read("--settings=SYNC_NEW=onRequest,SYNC_CATEGORY=a=b").settings())
        .isEqualTo(Map.of("SYNC_NEW", "onRequest", "SYNC_CATEGORY", "a=b"));
    assertThat(read("--settings=SYNC_NEW=onRequest", "--settings=SYNC_CATEGORY=CRM").settings())
        .isEqualTo(Map.of("SYNC_NEW", "onRequest", "SYNC_CATEGORY", "CRM"));
  }

  @Test
  void anArgumentGoesBeforeThePropertyOfItsName() {
    Properties properties = new Properties();
    properties.setProperty("lease", "20");
    properties.setProperty("graph.latency", "7");
    RunOptions options = new CommandLineReader(properties, "--lease=30").options();
    assertThat(options.lease()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.graphLatency()).isEqualTo(Duration.ofMillis(7));
  }

  @ParameterizedTest
  @CsvSource({
    "--night=2,       --nights",
    "--crm.data=here, --crm-data",
    "--onse,          --once",
    "--graph-delay=3, --graph-latency"
  })
  void anUnknownOptionIsRefusedAndTheRightOneSuggested(String unknown, String meant) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(unknown))
        .withMessageStartingWith("There is no option " + unknown + ". Did you mean ")
        .withMessageContaining(meant)
        .withMessageEndingWith(" --help lists all of them.");
  }

  @Test
  void whatIsNoOptionAtAllIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("tonight"))
        .withMessageStartingWith("There is no option tonight.");
  }

  @ParameterizedTest
  @CsvSource({
    "--lease=soon",
    "--port=70000",
    "--once=perhaps",
    "--kill-while=sleeping",
    "--settings=SYNC_NEW",
    "--crm-data=target/nothing-here",
    "--crm-csv=target/nothing-here.csv"
  })
  void aWrongArgumentNamesItselfAsItWasWritten(String argument) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(argument))
        .withMessageStartingWith(argument + ": ");
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("--nights"))
        .withMessageContaining("--nights");
  }

  @Test
  void helpIsGivenWhenAskedForOnly() {
    assertThat(new CommandLineReader(new Properties()).help()).isEmpty();
    assertThat(new CommandLineReader(new Properties(), "-h").help())
        .hasValueSatisfying(text -> assertThat(text).contains("-Dnights=2", "NightlySync"));
  }

  @Test
  void helpTheReadmeAndTheBuildKnowTheSameOptions() throws IOException {
    Set<String> helped = optionsOfHelp();
    assertThat(named("README.md", "`-D([\\w.]+)(?:=[^`]*)?`")).containsAll(helped);
    assertThat(named("pom.xml", "<argument>-D([\\w.]+)=")).isEqualTo(helped);
  }

  /** As properties. */
  private static Set<String> optionsOfHelp() {
    String help = new CommandLineReader(new Properties(), "--help").help().orElseThrow();
    return Pattern.compile("(?m)^ +(?:-h, )?--([\\w-]+)")
        .matcher(help)
        .results()
        .map(found -> found.group(1).replace('-', '.'))
        .filter(name -> !name.equals("help"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named(String file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static RunOptions read(String... arguments) {
    return new CommandLineReader(new Properties(), arguments).options();
  }
}
