package io.crmsync.localapp.host;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a local token says is calling.
 *
 * @param kind a person or an application
 * @param name sign-in name or object id of a person; a made-up name of the application
 * @param roles app roles, maybe none
 */
record LocalCaller(Kind kind, String name, List<String> roles) {

  /** Whose token it is. */
  enum Kind {
    USER,
    APPLICATION
  }

  private static final Pattern TOKEN = Pattern.compile("local:([^:\\s]+)(?::([\\w.,]+))?");
  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  LocalCaller {
    roles = List.copyOf(roles);
  }

  /** Reads {@code local:anna@contoso.example:Sync.Admin} or {@code local:app:Sync.OnBehalf}. */
  static Optional<LocalCaller> parse(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String name = parts.group(1);
    Kind kind = name.equals("app") ? Kind.APPLICATION : Kind.USER;
    return Optional.of(new LocalCaller(kind, name, roles(parts.group(2))));
  }

  /** The same for the same name each time; a name that is an object id already stays. */
  String objectId() {
    return isObjectId()
        ? name
        : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether the name is an object id, not a sign-in name. */
  boolean isObjectId() {
    return GUID.matcher(name).matches();
  }

  private static List<String> roles(@org.jspecify.annotations.Nullable String text) {
    return text == null ? List.of() : List.of(text.split(","));
  }
}
