/**
 * Stand-ins for what the ports reach, in memory. Each passes the contract suite that its real
 * adapter passes. Imports java.*, the domain and sync.port.
 */
@NullMarked
package io.crmsync.sync.fakes;

import org.jspecify.annotations.NullMarked;
