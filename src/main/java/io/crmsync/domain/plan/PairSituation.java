package io.crmsync.domain.plan;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Exclusion;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.reason.Reason;
import java.util.Optional;

/**
 * All that decides about a pair, read and put side by side.
 *
 * @param exclusion why the user may not have the contact, as of now; empty: entitled
 * @param releasedFor why the removal that was released was proposed; empty: none is released
 */
public record PairSituation(
    Pair pair,
    ContactState contactState,
    FieldValues desired,
    Optional<Exclusion> exclusion,
    Optional<Reason> releasedFor) {}
