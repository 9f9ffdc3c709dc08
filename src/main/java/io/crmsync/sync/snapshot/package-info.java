/**
 * What the CRM says, read and recorded: users and groups, contacts by page or by id, and the pairs
 * that have to be reconciled because of it (R5, R6, R17). Imports java.*, the domain, sync.port and
 * sync.mailbox.
 */
@NullMarked
package io.crmsync.sync.snapshot;

import org.jspecify.annotations.NullMarked;
