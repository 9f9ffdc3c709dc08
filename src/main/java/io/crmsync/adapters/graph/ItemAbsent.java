package io.crmsync.adapters.graph;

/** The thing asked for is 404. Stays in this package: to the outside it is an empty answer. */
final class ItemAbsent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ItemAbsent(String what) {
    super(what);
  }
}
