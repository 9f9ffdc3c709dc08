package io.crmsync.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The addresses of commons-validator's own tests, read from its published sources, through our
 * rule. Where the two disagree, one of the {@link Deviation}s must say why.
 */
@DisplayName("R4: the published addresses of commons-validator")
class PublishedAddressesTest {
  private static final String SOURCE =
      "/org/apache/commons/validator/routines/EmailValidatorTest.java";
  private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";
  private static final Pattern ASSERTED =
      Pattern.compile("assert(True|False)\\(\\w+\\.isValid\\((" + LITERAL + ")\\)");
  private static final Pattern LISTED =
      Pattern.compile("new ResultPair\\((" + LITERAL + "), (true|false)\\)");
  private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)\\\\u([0-9a-fA-F]{4})");
  private static final Set<String> NO_TOP_DOMAIN =
      Set.of("c", "mu-seum", "c-om", "co-m", "localdomain");

  /** Where our rule differs from theirs, and why. */
  private enum Deviation {
    /** R4 leaves address literals out: a CRM's contact has a domain. */
    ADDRESS_LITERAL(false, address -> address.contains("@[")),
    /** Header forms of RFC 822 with phrases, routes, groups or comments: no mailbox of RFC 5321. */
    HEADER_FORM(
        false, address -> address.matches("(?s).*[<(;].*") && !address.endsWith("@apache.org")),
    /** R4 leaves dotless domains out. */
    DOTLESS_DOMAIN(false, address -> address.matches("[^ ]+@[A-Za-z-]+")),
    /** White space around or between: values come trimmed, and inside it is RFC 822's folding. */
    WHITE_SPACE(false, address -> address.matches("(?s)\\s.*|.*\\s|.*\\s@.*|.*@\\s.*")),
    /** RFC 5321 knows the backslash within quotes only. */
    BACKSLASH_WITHOUT_QUOTES(false, address -> address.matches("[^\"]*\\\\.*@example\\.com")),
    /** Which top domains there are is a list that changes; R4 asks for the form. */
    UNREGISTERED_TOP_DOMAIN(
        true, address -> NO_TOP_DOMAIN.contains(address.substring(address.lastIndexOf('.') + 1))),
    /** RFC 6531 allows what is not ASCII before the @. */
    INTERNATIONAL_LOCAL_PART(true, address -> address.matches("[^@]*[^\\x00-\\x7F][^@]*@.*"));

    private final boolean ours;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Predicate<String> fits;

    Deviation(boolean ours, Predicate<String> fits) {
      this.ours = ours;
      this.fits = fits;
    }

    /** Why an address gets this verdict from us and the other one from them. */
    static Optional<Deviation> of(String address, boolean ours) {
      return Arrays.stream(values())
          .filter(deviation -> deviation.ours == ours && deviation.fits.test(address))
          .findFirst();
    }
  }

  /** What they say of an address: several verdicts where a setting of theirs decides. */
  private record Verdict(String address, boolean valid) {}

  @Test
  void whereWeDifferThereIsAReason() throws IOException {
    List<Verdict> unexplained =
        published().stream()
            .filter(each -> InternetAddress.sendable(each.address()) != each.valid())
            .filter(each -> Deviation.of(each.address(), !each.valid()).isEmpty())
            .toList();
    assertThat(unexplained).isEmpty();
  }

  @Test
  void everyReasonIsNeeded() throws IOException {
    Map<Deviation, List<String>> explained = new LinkedHashMap<>();
    published().stream()
        .filter(each -> InternetAddress.sendable(each.address()) != each.valid())
        .forEach(
            each ->
                Deviation.of(each.address(), !each.valid())
                    .ifPresent(
                        why ->
                            explained
                                .computeIfAbsent(why, none -> new ArrayList<>())
                                .add(each.address())));
    assertThat(explained.keySet()).containsExactlyInAnyOrder(Deviation.values());
  }

  @Test
  void mostOfThemAreJudgedAlike() throws IOException {
    List<Verdict> published = published();
    assertThat(published).hasSizeGreaterThan(150);
    assertThat(published.stream().filter(Verdict::valid)).hasSizeGreaterThan(90);
    assertThat(published.stream().filter(each -> !each.valid())).hasSizeGreaterThan(40);
    assertThat(
            published.stream()
                .filter(each -> InternetAddress.sendable(each.address()) == each.valid()))
        .hasSizeGreaterThan(110);
  }

  private static List<Verdict> published() throws IOException {
    String source = source();
    List<Verdict> asserted =
        ASSERTED
            .matcher(source)
            .results()
            .map(found -> new Verdict(text(found.group(2)), found.group(1).equals("True")))
            .toList();
    List<Verdict> listed =
        LISTED
            .matcher(source)
            .results()
            .map(found -> new Verdict(text(found.group(1)), found.group(2).equals("true")))
            .toList();
    return Stream.concat(asserted.stream(), listed.stream())
        .distinct()
        .collect(Collectors.toList());
  }

  private static String source() throws IOException {
    try (InputStream in = PublishedAddressesTest.class.getResourceAsStream(SOURCE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a literal of Java's stands for. */
  private static String text(String literal) {
    String inside = literal.substring(1, literal.length() - 1);
    return UNICODE
        .matcher(inside)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
        .translateEscapes();
  }
}
