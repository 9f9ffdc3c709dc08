/**
 * The CRM's notice of changed contacts, from its coming to its end (R15, R18). Imports java.*, the
 * domain, sync.port, and of sync: call, pair, snapshot.
 */
@NullMarked
package io.crmsync.sync.notice;

import org.jspecify.annotations.NullMarked;
