/**
 * The ports, in memory, for tests: each passes the same contract suite as the real adapter. May
 * import java.*, the domain and sync.port.
 */
@NullMarked
package io.crmsync.sync.fakes;

import org.jspecify.annotations.NullMarked;
