/**
 * What a user asks for: the right-click, its end, a selection, and how far it is. Imports java.*,
 * the domain, sync.port, and of sync: call, mailbox, preview, snapshot.
 */
@NullMarked
package io.crmsync.sync.request;

import org.jspecify.annotations.NullMarked;
