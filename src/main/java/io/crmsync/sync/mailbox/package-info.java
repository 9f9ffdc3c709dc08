/**
 * How a user's mailbox is entered and read: which one it is, its folder, what is known of it, and
 * how many may be in it at once (R8, R9, R22). Imports java.*, the domain, sync.port and sync.call.
 */
@NullMarked
package io.crmsync.sync.mailbox;

import org.jspecify.annotations.NullMarked;
