package io.crmsync.staged.coldstart;

/** What has happened before the first invocation comes. */
enum Mode {
  /** The composition root is made, nothing is warmed up. */
  COLD,
  /** The injector is made, and with it the warm-up begins; the invocation comes at once. */
  AT_ONCE,
  /** The same, and the warm-up has ended. */
  WARMED
}
