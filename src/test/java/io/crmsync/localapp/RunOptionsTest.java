package io.crmsync.localapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {

  @Test
  void withoutOptionsItRunsTheSampleAndStaysUp() {
    RunOptions options = RunOptions.of(new Properties());
    assertThat(options.once()).isFalse();
    assertThat(options.data()).isEqualTo(RunOptions.SAMPLE);
    assertThat(options.state()).isEmpty();
    assertThat(options.lease()).isEqualTo(Duration.ofMinutes(10));
    assertThat(options.nights()).isOne();
    assertThat(options.settings()).isEmpty();
    assertThat(options.appJar()).isEmpty();
  }

  @Test
  void anEmptyOptionIsAsGoodAsAbsent() {
    assertThat(of("state", "").state()).isEmpty();
    assertThat(of("lease", " ").lease()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void aFlagWithoutAValueIsSet() {
    assertThat(of("once", "").once()).isTrue();
  }

  @Test
  void optionsAreRead() {
    assertThat(of("state", "target/kept").state()).contains(Path.of("target/kept"));
    assertThat(of("change", "1.5").change()).isEqualTo(1.5);
    assertThat(of("kill.while", "reading").killWhile()).isEqualTo(Kills.Moment.READING);
    assertThat(of("settings", "SYNC_NEW=onRequest, SYNC_CATEGORY=CRM").settings())
        .isEqualTo(Map.of("SYNC_NEW", "onRequest", "SYNC_CATEGORY", "CRM"));
  }

  @ParameterizedTest
  @CsvSource({
    "lease,0",
    "lease,soon",
    "kills,-1",
    "change,101",
    "port,70000",
    "once,perhaps",
    "kill.while,sleeping",
    "settings,SYNC_NEW",
    "crm.data,target/nothing-here",
    "app.jar,target/nothing-here.jar"
  })
  void aWrongOptionNamesItselfAndWhatItHolds(String name, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(name, value))
        .withMessageStartingWith("-D" + name + "=" + value);
  }

  private static RunOptions of(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return RunOptions.of(properties);
  }
}
