package io.crmsync.adapters.storage;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Claim;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.patch.UnknownWrites;
import io.crmsync.domain.version.Versioned;
import io.crmsync.sync.port.PairStore.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A pair as a row: partition the user, key the contact. */
final class PairRow {
  static final String WANTED = "wanted";
  static final String DONE = "done";
  static final String ASKED = "asked";
  static final String LINKED_SINCE = "linkedSince";

  /**
   * Whether wanted and done may differ, so that the server can leave out the rows where they do
   * not: it cannot compare two properties. True of every wish for a content, which does not know
   * what was done.
   */
  static final String MAYBE_OPEN = "maybeOpen";

  private static final String REMOVING = "removing";
  private static final String CLAIM_UNTIL = "claimUntil";

  /** Whatever {@link Pair#unfinished} is true of, and little else. */
  static final Filter MAYBE_UNFINISHED =
      Filter.isTrue(MAYBE_OPEN)
          .or(Filter.isTrue(ASKED))
          .or(Filter.isThere(REMOVING))
          .or(Filter.isThere(CLAIM_UNTIL));

  private static final String WRITTEN_AT = "writtenAt";

  /** Claims of earlier versions did not say what they may have done: anything, in 5 minutes. */
  private static final String SAYS_UNANSWERED = "claimSaysUnanswered";

  private static final Duration LENGTH_BEFORE = Duration.ofMinutes(5);

  private PairRow() {}

  /** Only what a wish says; to be merged. */
  static NewRow write(Wish wish, StorageTable table) {
    NewRow row = table.row(wish.user().value(), wish.contact().value());
    wish.contentHash().ifPresent(hash -> row.text(WANTED, hash).flag(MAYBE_OPEN, true));
    return wish.asked() ? row.flag(ASKED, true) : row;
  }

  static NewRow write(Pair pair, StorageTable table) {
    NewRow row =
        table
            .row(pair.user().value(), pair.contact().value())
            .text(WANTED, pair.wanted())
            .text(DONE, pair.done())
            .flag(MAYBE_OPEN, pair.open())
            .text(REMOVING, pair.removing().map(StoredCodes.REMOVAL::of))
            .flag(ASKED, pair.asked())
            .text("outcome", pair.outcome().map(StoredCodes.OUTCOME::of));
    StoredWhy.write(row, "reason", pair.why());
    if (!pair.former().isEmpty()) {
      row.text("former", FormerLinks.write(pair.former()));
    }
    pair.link().ifPresent(link -> write(link, row));
    pair.claim().ifPresent(claim -> write(claim, row));
    return row;
  }

  static Versioned<Pair> read(StoredRow row) {
    Optional<Outcome> outcome = row.optional("outcome").map(StoredCodes.OUTCOME::stored);
    Pair pair =
        new Pair(
            new PairId(new UserId(row.partition()), new ContactId(row.key())),
            row.text(WANTED),
            row.text(DONE),
            link(row),
            FormerLinks.read(row.text("former")),
            claim(row),
            row.optional(REMOVING).map(StoredCodes.REMOVAL::stored),
            row.flag(ASKED),
            outcome,
            StoredWhy.ofAttempt(row, outcome));
    return new Versioned<>(pair, row.version());
  }

  private static void write(Link link, NewRow row) {
    row.text("outlookId", link.outlookId().value())
        .text("origin", StoredCodes.ORIGIN.of(link.origin()))
        .text("base", FieldCodes.of(link.base()))
        .number("mailboxEpoch", link.mailboxEpoch())
        .instant(LINKED_SINCE, link.since())
        .text("writtenFields", FieldCodes.of(link.lastWrite().fields()))
        .instant(WRITTEN_AT, link.lastWrite().at())
        .text("answered", FieldCodes.of(link.answers()));
  }

  private static void write(Claim claim, NewRow row) {
    row.text("claimOwner", claim.owner())
        .instant(CLAIM_UNTIL, claim.until())
        .flag(SAYS_UNANSWERED, true)
        .instant("claimCreatingSince", claim.unknownWrites().creatingSince())
        .text("claimWritten", FieldCodes.written(claim.unknownWrites().written()));
  }

  private static Optional<Link> link(StoredRow row) {
    return row.optional("outlookId").map(id -> linked(id, row)).map(link -> written(link, row));
  }

  /** Of a row that an earlier version wrote, the first write is the last that is known. */
  private static Link written(Link link, StoredRow row) {
    return row.instant(WRITTEN_AT)
        .map(at -> link.wrote(FieldCodes.fields(row.text("writtenFields")), at))
        .orElse(link);
  }

  private static Link linked(String id, StoredRow row) {
    return new Link(
            new OutlookId(id),
            StoredCodes.ORIGIN.stored(row.text("origin")),
            FieldCodes.base(row.text("base")),
            row.number("mailboxEpoch"),
            row.required(LINKED_SINCE))
        .answering(FieldCodes.answers(row.text("answered")));
  }

  private static Optional<Claim> claim(StoredRow row) {
    return row.instant(CLAIM_UNTIL)
        .map(until -> new Claim(row.text("claimOwner"), until, unknownWrites(row, until)));
  }

  private static UnknownWrites unknownWrites(StoredRow row, Instant until) {
    return row.flag(SAYS_UNANSWERED)
        ? new UnknownWrites(
            row.instant("claimCreatingSince"), FieldCodes.written(row.text("claimWritten")))
        : UnknownWrites.creating(until.minus(LENGTH_BEFORE));
  }
}
