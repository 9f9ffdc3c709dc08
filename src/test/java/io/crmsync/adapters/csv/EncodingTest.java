package io.crmsync.adapters.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How a file is written")
class EncodingTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void isSaidByItsMark() {
    assertThat(found("\uFEFFü", UTF_8)).isEqualTo(new Encoding(UTF_8, 3));
    assertThat(found("\uFEFFü", UTF_16LE)).isEqualTo(new Encoding(UTF_16LE, 2));
    assertThat(found("\uFEFFü", UTF_16BE)).isEqualTo(new Encoding(UTF_16BE, 2));
  }

  @Test
  void isElseUtf8OrWindows1252() {
    assertThat(found("", UTF_8)).isEqualTo(new Encoding(UTF_8, 0));
    assertThat(found("abc", WINDOWS)).isEqualTo(new Encoding(UTF_8, 0));
    assertThat(found("Łódź 😀", UTF_8)).isEqualTo(new Encoding(UTF_8, 0));
    assertThat(found("ä", WINDOWS)).isEqualTo(new Encoding(WINDOWS, 0));
    assertThat(found("Müller €", WINDOWS)).isEqualTo(new Encoding(WINDOWS, 0));
    assertThat(found("Müller, MÃ¼ller, Ärger", WINDOWS)).isEqualTo(new Encoding(WINDOWS, 0));
  }

  @Test
  void isFoundWhereverTheFirstLetterStandsThatTellsIt() {
    long seed = new Random().nextLong();
    System.out.println("EncodingTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String text = "a".repeat(random.nextInt(70_000)) + "é😀".repeat(1 + random.nextInt(3)) + "b";
      assertThat(found(text, UTF_8).charset()).as("seed %d", seed).isEqualTo(UTF_8);
      String western = text.replace("😀", "ß");
      assertThat(found(western, WINDOWS).charset()).as("seed %d", seed).isEqualTo(WINDOWS);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b;c,d        | ','",
        "a;b,c;d        | ';'",
        "a\\tb\\tc,d    | '\\t'",
        "'\"a,b,c\";d'  | ';'",
        "\\n\\na;b\\n,,,| ';'",
        "a              | ','",
        "a,b;c          | ','"
      })
  void isSaidByItsHeadingsWhatIsBetweenItsCells(String text, String delimiter) throws IOException {
    try (BufferedReader reader = new BufferedReader(new StringReader(real(text)))) {
      assertThat(Delimiter.of(reader)).isEqualTo(real(delimiter).charAt(0));
      assertThat(reader.readLine()).isEqualTo(real(text).split("\n", -1)[0]);
    }
  }

  private static String real(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }

  private static Encoding found(String text, Charset charset) {
    FilesInMemory files = new FilesInMemory().with("crm.csv", text, charset);
    return Encoding.of(files, files.files().get(0));
  }
}
