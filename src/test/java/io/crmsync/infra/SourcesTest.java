package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in the files themselves: no secret, no key that is asked for, a word to each value. */
class SourcesTest {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(AccountKey|SharedAccessKey|SharedAccessSignature|client_secret|password)\\s*[=:]"
              + "|InstrumentationKey=|[?&]sig=|BEGIN (RSA |EC )?PRIVATE KEY|eyJ[\\w-]{20,}\\."
              + "|\\b[A-Za-z0-9+/]{86}==");

  private static final Pattern LISTING = Pattern.compile("\\blist[A-Z]\\w*\\(|\\.list[A-Z]\\w*\\(");
  private static final Pattern VALUE =
      Pattern.compile("(?m)(?:^@[^\\n]*\\n(?:[^@\\n]*\\n)*?)*^(param|output) (\\w+) (\\w+)[^\\n]*");
  private static final Pattern SECRETIVE = Pattern.compile("(?i).*(apiKey|secret|password)");

  @Test
  void noFileHoldsASecret() {
    assertThat(texts("")).allSatisfy((file, text) -> assertThat(secrets(text)).isEmpty());
    assertThat(secrets("AccountKey=abc")).hasSize(1);
    assertThat(secrets("https://x/y?sv=1&sig=abc")).hasSize(1);
  }

  @Test
  void noKeyIsAskedFor() {
    assertThat(bicep()).allSatisfy((file, text) -> assertThat(listings(text)).isEmpty());
    assertThat(listings("var key = account.listKeys().keys[0].value")).hasSize(1);
  }

  @Test
  void everyParameterAndOutputIsDescribed() {
    assertThat(bicep()).allSatisfy((file, text) -> assertThat(undescribed(text)).isEmpty());
    assertThat(undescribed("@minLength(1)\nparam name string\n\noutput id string = 'x'\n"))
        .containsExactly("name", "id");
    assertThat(undescribed("@description('Its name.')\n@minLength(1)\nparam name string\n"))
        .isEmpty();
  }

  @Test
  void whatIsSecretIsSecureAndHasNoDefault() {
    assertThat(bicep()).allSatisfy((file, text) -> assertThat(insecure(text)).isEmpty());
    assertThat(insecure("@description('Key.')\nparam apiKey string\n")).containsExactly("apiKey");
    assertThat(insecure("@secure()\nparam apiKey string = 'x'\n")).containsExactly("apiKey");
    assertThat(insecure("@secure()\nparam apiKey string = ''\n")).isEmpty();
  }

  private static List<String> undescribed(String text) {
    List<String> found = new ArrayList<>();
    VALUE
        .matcher(text)
        .results()
        .filter(value -> !value.group().contains("@description('"))
        .forEach(value -> found.add(value.group(2)));
    return found;
  }

  private static List<String> insecure(String text) {
    List<String> found = new ArrayList<>();
    VALUE
        .matcher(text)
        .results()
        .filter(value -> value.group(1).equals("param") && value.group(3).equals("string"))
        .filter(value -> SECRETIVE.matcher(value.group(2)).matches())
        .filter(
            value ->
                !value.group().contains("@secure()")
                    || !value.group().matches("(?s).*(string|= '')$"))
        .forEach(value -> found.add(value.group(2)));
    return found;
  }

  private static List<String> secrets(String text) {
    return SECRET.matcher(text).results().map(found -> found.group()).toList();
  }

  private static List<String> listings(String text) {
    return LISTING.matcher(text).results().map(found -> found.group()).toList();
  }

  private static Map<String, String> bicep() {
    return texts(".bicep");
  }

  private static Map<String, String> texts(String ending) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("infra"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(ending)) {
          texts.put(file.toString(), Files.readString(file).replace("\r", ""));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
