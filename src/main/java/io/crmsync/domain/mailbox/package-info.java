/**
 * What is known of one user's mailbox: which it is, whether it is parked, which were had before
 * (R22). Imports java.* and domain.contact, reason, audience, outlook and pair.
 */
@NullMarked
package io.crmsync.domain.mailbox;

import org.jspecify.annotations.NullMarked;
