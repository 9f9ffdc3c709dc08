package io.crmsync.sync.port;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * All that comes to the use cases from outside.
 *
 * @param clock the only one
 * @param ids gives a new random id each time
 */
public record Environment(Ports ports, SyncSettings settings, Clock clock, Supplier<String> ids) {}
