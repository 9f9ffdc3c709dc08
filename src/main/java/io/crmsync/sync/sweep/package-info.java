/**
 * A run goes from mailbox to mailbox: to sweep stray copies, to list what is marked, to clear it.
 * Imports java.*, the domain, sync.port, and of sync: call, mailbox, pair, preview, snapshot.
 */
@NullMarked
package io.crmsync.sync.sweep;

import org.jspecify.annotations.NullMarked;
