/**
 * Removals as state: weighed by the guard, held, released or discarded (R18). Imports java.*, the
 * domain, sync.port, and of sync: call, pair, snapshot.
 */
@NullMarked
package io.crmsync.sync.removal;

import org.jspecify.annotations.NullMarked;
