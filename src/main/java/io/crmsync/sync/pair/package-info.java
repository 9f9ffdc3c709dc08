/**
 * One contact in one mailbox: facts, plan, claim, one write, and what is remembered of it (R8 to
 * R16, R19). Imports java.*, the domain, sync.port and sync.mailbox.
 */
@NullMarked
package io.crmsync.sync.pair;

import org.jspecify.annotations.NullMarked;
