package io.crmsync.sync.call;

import io.crmsync.sync.call.Caller.Kind;
import java.util.Optional;

/**
 * Whom an operation is for, as far as kind and roles alone say. Asked before a body, the directory
 * or the CRM is looked at: who may not ask learns nothing, and costs nothing.
 */
public enum Admission {
  /** A person for herself, or the CRM's back end for somebody. */
  ACTING,
  /** A person for herself, the CRM's back end for somebody, or an admin. */
  READING,
  /** The CRM's back end alone. */
  BACK_END,
  ADMIN;

  /** Why the caller is turned away; empty: as far as this goes, she may ask. */
  public Optional<Refusal> refusal(Caller caller) {
    boolean person = caller.kind() == Kind.USER;
    return switch (this) {
      case ACTING -> unless(person || caller.onBehalf(), Refusal.ROLE_MISSING);
      case READING -> unless(person || caller.onBehalf() || caller.admin(), Refusal.ROLE_MISSING);
      case BACK_END -> unless(caller.onBehalf(), Refusal.ROLE_MISSING);
      case ADMIN -> unless(caller.admin(), Refusal.ADMIN_ONLY);
    };
  }

  private static Optional<Refusal> unless(boolean admitted, Refusal why) {
    return admitted ? Optional.empty() : Optional.of(why);
  }
}
