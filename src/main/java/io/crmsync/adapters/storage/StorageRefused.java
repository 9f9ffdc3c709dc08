package io.crmsync.adapters.storage;

/**
 * Storage understood the request and would not do it. Carries ids and codes only, and no cause: the
 * SDK's own messages may quote what was to be written (R20).
 */
public final class StorageRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  StorageRefused(String what, String code) {
    super("storage refused: " + what + ": " + code);
    this.code = code;
  }

  /** Whether a row is there, or not there, or another than the write was planned on. */
  boolean stale() {
    return switch (code) {
      case "EntityAlreadyExists",
          "UpdateConditionNotSatisfied",
          "ConditionNotMet",
          "ResourceNotFound",
          "EntityNotFound" ->
          true;
      default -> false;
    };
  }

  /** Whether the row is not there. A missing table is another matter. */
  boolean rowMissing() {
    return code.equals("ResourceNotFound") || code.equals("EntityNotFound");
  }

  boolean tableThere() {
    return code.equals("TableAlreadyExists");
  }
}
