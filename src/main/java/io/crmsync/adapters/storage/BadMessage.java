package io.crmsync.adapters.storage;

/** A message that breaks its format; says which field breaks which rule, without the value. */
public final class BadMessage extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  BadMessage(String what) {
    super(what);
  }
}
