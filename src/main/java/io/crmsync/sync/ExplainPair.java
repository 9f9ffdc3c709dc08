package io.crmsync.sync;

import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.plan.Link;
import io.crmsync.sync.Explanation.Step;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Explains why a contact is, or is not, in a user's Outlook: every rule in order, with its outcome
 * for this pair, now. From the snapshot, and the listing that the preview has.
 */
public final class ExplainPair {
  private final KnownDirectory directories;
  private final UserContacts contacts;
  private final GlanceAtMailbox glance;
  private final SyncSettings settings;
  private final Clock clock;

  public ExplainPair(
      KnownDirectory directories,
      UserContacts contacts,
      GlanceAtMailbox glance,
      SyncSettings settings,
      Clock clock) {
    this.directories = directories;
    this.contacts = contacts;
    this.glance = glance;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Explains. A contact that the user may not see answers exactly as one that does not exist, but
   * to an admin.
   *
   * @param userId as it stands in the path; {@code me}: the caller
   */
  public Granted<Explanation> explain(Caller caller, String userId, String contactId) {
    Granted<UserId> user = ReadingOf.user(caller, userId, directories.get());
    if (user.refusal().isPresent()) {
      return Granted.refused(user.refusal().get());
    }
    return AskedId.of(contactId, ContactId::new)
        .map(id -> contacts.one(user.value().orElseThrow(), id))
        .filter(found -> caller.admin() ? known(found) : Forecast.visible(found))
        .map(found -> Granted.of(explanation(found)))
        .orElse(Granted.refused(Refusal.NO_SUCH_CONTACT));
  }

  /** Whether anything at all is stored of it. */
  private static boolean known(PairFacts.Found found) {
    return !found.contentHash().isEmpty() || found.pair().mayHaveCopy();
  }

  private Explanation explanation(PairFacts.Found found) {
    MailboxGlance mailbox = glance.read(found.user());
    Forecast forecast = new Forecast(mailbox, clock.instant());
    Optional<PreviewItem> item =
        found.excluded() && !found.pair().mayHaveCopy()
            ? Optional.empty()
            : Optional.of(forecast.item(found));
    Map<Field, String> next = item.map(PreviewItem::changes).orElse(Map.of());
    return new Explanation(
        found.user(),
        found.contact(),
        item.map(known -> known.state().code()).orElse(Explanation.NOT_ENTITLED),
        steps(found, mailbox, next.keySet()),
        found.pair().link().map(Link::lastWrite),
        next,
        found.removal());
  }

  private List<Step> steps(PairFacts.Found found, MailboxGlance mailbox, Set<Field> next) {
    return Stream.concat(
            new ExplainAccess(found).steps().stream(),
            new ExplainCopy(found, mailbox, settings.onRequest(), next).steps().stream())
        .toList();
  }
}
