package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.NeverHangs;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The script that grants rights on mailboxes, run by PowerShell against stand-ins for Exchange
 * Online and Microsoft Graph: src/test/powershell has the tests, which Pester runs.
 */
@NeverHangs
class MailboxAccessScriptTest {
  private static final String RUN =
      """
      $pester = New-PesterConfiguration
      $pester.Run.Path = 'src/test/powershell'
      $pester.Output.Verbosity = 'Detailed'
      $pester.Output.RenderMode = 'Plaintext'
      $pester.Run.Exit = $true
      Invoke-Pester -Configuration $pester
      """;

  @Test
  void itDoesAndSaysWhatItsTestsExpect() {
    Tool.Answer answer =
        Tool.POWERSHELL.run(
            Path.of("."), Map.of(), "-NoProfile", "-NonInteractive", "-Command", RUN);

    assertThat(answer.status()).as(answer.output() + answer.errors()).isZero();
    assertThat(passed(answer.output())).isGreaterThan(50);
  }

  private static int passed(String output) {
    return Pattern.compile("Tests Passed: (\\d+), Failed: 0, Skipped: 0")
        .matcher(output)
        .results()
        .map((MatchResult found) -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(0);
  }
}
