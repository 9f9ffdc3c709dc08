package io.crmsync.localapp.host;

/** Makes the value of one parameter from an invocation. */
@FunctionalInterface
interface Argument {

  /**
   * The value.
   *
   * @throws IllegalArgumentException if the invocation does not have it; the invocation fails, as
   *     in Azure
   */
  Object from(Invocation invocation);
}
