/**
 * A run that writes nothing but its report. Imports java.*, the domain, sync.port, and of sync:
 * mailbox, pair, preview, removal, snapshot.
 */
@NullMarked
package io.crmsync.sync.dryrun;

import org.jspecify.annotations.NullMarked;
