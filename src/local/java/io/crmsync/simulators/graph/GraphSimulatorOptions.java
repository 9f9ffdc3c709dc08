package io.crmsync.simulators.graph;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a simulator is started with.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param stateDirectory where mailboxes are kept between runs, if anywhere
 * @param clock what time it is, for timestamps and limits
 * @param behaviour how it behaves at first
 */
public record GraphSimulatorOptions(
    int port, Optional<Path> stateDirectory, InstantSource clock, GraphBehaviour behaviour) {

  /** A free port, nothing kept, the system's time, the usual behaviour. */
  public static GraphSimulatorOptions defaults() {
    return new GraphSimulatorOptions(
        0, Optional.empty(), InstantSource.system(), GraphBehaviour.usual());
  }

  /** The same on this port of 127.0.0.1. */
  public GraphSimulatorOptions onPort(int newPort) {
    return new GraphSimulatorOptions(newPort, stateDirectory, clock, behaviour);
  }

  /** The same, with mailboxes loaded from and kept in this directory. */
  public GraphSimulatorOptions keepingStateIn(Path directory) {
    return new GraphSimulatorOptions(port, Optional.of(directory), clock, behaviour);
  }

  /** The same by this clock. */
  public GraphSimulatorOptions at(InstantSource newClock) {
    return new GraphSimulatorOptions(port, stateDirectory, newClock, behaviour);
  }

  /** The same with another behaviour. */
  public GraphSimulatorOptions behaving(GraphBehaviour newBehaviour) {
    return new GraphSimulatorOptions(port, stateDirectory, clock, newBehaviour);
  }
}
