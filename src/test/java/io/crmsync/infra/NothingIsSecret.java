package io.crmsync.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * No key, no secret, no connection string in any file; what is one comes in as a secure parameter.
 */
final class NothingIsSecret implements Rule {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(AccountKey|SharedAccessKey|SharedAccessSignature|client_secret|password)\\s*[=:]"
              + "|InstrumentationKey=|[?&]sig=|BEGIN (RSA |EC )?PRIVATE KEY|eyJ[\\w-]{20,}\\."
              + "|\\b[A-Za-z0-9+/]{86}==");
  private static final Pattern LISTING = Pattern.compile("list[A-Z]\\w*");
  private static final Pattern SECRETIVE = Pattern.compile("(?i).*(key|secret|password|token)");

  @Override
  public List<String> problems(BicepFolder folder) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> text : folder.texts().entrySet()) {
      SECRET
          .matcher(text.getValue())
          .results()
          .forEach(found -> problems.add(text.getKey() + " may hold a secret: " + found.group()));
    }
    folder.files().values().forEach(file -> check(file, problems));
    return problems;
  }

  private static void check(BicepFile file, List<String> problems) {
    file.root()
        .all()
        .filter(node -> node.is("identifier") || node.is("property_identifier"))
        .filter(node -> LISTING.matcher(node.text()).matches())
        .forEach(node -> problems.add(file.place(node) + " asks for keys: " + node.text()));
    file.params().stream()
        .filter(param -> param.type().equals("string"))
        .filter(param -> SECRETIVE.matcher(param.name()).matches() && !param.has("secure"))
        .forEach(param -> problems.add(file.name() + " is not @secure: " + param.name()));
    file.params().stream()
        .filter(param -> param.has("secure"))
        .filter(param -> param.value().filter(value -> !value.text().equals("''")).isPresent())
        .forEach(param -> problems.add(file.name() + " has a default: " + param.name()));
    leaks(file, problems);
  }

  private static void leaks(BicepFile file, List<String> problems) {
    Set<String> secure =
        file.params().stream()
            .filter(param -> param.has("secure"))
            .map(Declaration::name)
            .collect(Collectors.toSet());
    file.outputs().stream()
        .filter(
            output -> output.node().all("identifier").anyMatch(id -> secure.contains(id.text())))
        .forEach(output -> problems.add(file.name() + " gives away: " + output.name()));
  }
}
