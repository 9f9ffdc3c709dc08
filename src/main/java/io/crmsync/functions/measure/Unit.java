package io.crmsync.functions.measure;

/** What a metric's number counts. */
public enum Unit {
  COUNT("count"),
  MILLISECONDS("ms"),
  SECONDS("s");
  private final String code;

  Unit(String code) {
    this.code = code;
  }

  /** The word for it in the documents. */
  public String code() {
    return code;
  }
}
