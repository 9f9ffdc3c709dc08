package io.crmsync.domain.removal;

/** How a copy is removed (R16). */
public enum Removal {
  /** To Deleted Items. */
  SOFT,
  /** Beyond Deleted Items; the global cloud only. */
  PERMANENT
}
