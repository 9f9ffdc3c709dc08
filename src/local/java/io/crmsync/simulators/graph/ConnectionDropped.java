package io.crmsync.simulators.graph;

/** Says that this request gets no answer: its connection is closed. */
final class ConnectionDropped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConnectionDropped() {
    super("connection dropped on request", null, false, false);
  }
}
