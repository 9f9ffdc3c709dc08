package io.crmsync.functions.settings;

/**
 * An application setting is missing or wrong; the message says which, what it holds, and what may.
 */
public final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private BadSetting(String message) {
    super(message);
  }

  static BadSetting missing(String name, String allowed) {
    return new BadSetting("setting " + name + " is missing; allowed: " + allowed);
  }

  static BadSetting unknown(String name, String nearest) {
    return new BadSetting("setting " + name + " is unknown; did you mean " + nearest + "?");
  }

  static BadSetting holding(String name, String value, String allowed) {
    return new BadSetting("setting " + name + " holds \"" + value + "\"; allowed: " + allowed);
  }

  /** Of a secret, or of a value that may carry one: the value is not told. */
  static BadSetting hidden(String name, String allowed) {
    return new BadSetting(
        "setting " + name + " holds a value that is not shown here; allowed: " + allowed);
  }
}
