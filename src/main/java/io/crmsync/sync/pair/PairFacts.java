package io.crmsync.sync.pair;

import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.snapshot.StoredContact;
import java.util.Optional;

/**
 * What was read of a pair, and the plan that was made of it.
 *
 * @param mailbox what is known of its user's
 * @param contact the stored row; empty: there is none, and it counts as gone
 */
record PairFacts(PlannedPair planned, MailboxState mailbox, Optional<StoredContact> contact) {}
