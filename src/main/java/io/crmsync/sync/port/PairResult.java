package io.crmsync.sync.port;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Outcome;
import java.time.Instant;

/** How one pair of a request ended; the same pair's later result replaces an earlier one. */
public record PairResult(
    UserId user, ContactId contact, Outcome outcome, String reason, Instant at) {}
