package io.crmsync.domain.plan;

/** What becomes of a pair in a mailbox, as the HTTP API names it. */
public enum Effect {
  CREATE("create"),
  ADOPT("adopt"),
  UPDATE("update"),
  RECREATE("recreate"),
  REMOVE("remove"),
  NONE("none");

  private final String code;

  Effect(String code) {
    this.code = code;
  }

  /** The word for it in rows and answers. */
  public String code() {
    return code;
  }
}
