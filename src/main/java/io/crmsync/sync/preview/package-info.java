/**
 * The same plans, shown instead of carried out: what would be done to a user's contacts, and why.
 * Imports java.*, the domain, sync.port, and of sync: call, mailbox, pair, snapshot.
 */
@NullMarked
package io.crmsync.sync.preview;

import org.jspecify.annotations.NullMarked;
