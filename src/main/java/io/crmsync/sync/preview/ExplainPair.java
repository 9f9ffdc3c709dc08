package io.crmsync.sync.preview;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.base.LastWrite;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.PairId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.pair.Link;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.ParsedId;
import io.crmsync.sync.call.Refusal;
import io.crmsync.sync.call.ViewerAccess;
import io.crmsync.sync.mailbox.InspectMailbox;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.mailbox.MailboxView;
import io.crmsync.sync.mailbox.PresentCopy;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.port.SyncSettings;
import io.crmsync.sync.preview.Explanation.RuleCheck;
import io.crmsync.sync.preview.Explanation.SideBySide;
import io.crmsync.sync.snapshot.KnownDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Explains why a contact is, or is not, in a user's Outlook: every rule in order, with its outcome
 * for this pair, now. From the snapshot, and the listing that the preview has; on demand, from one
 * reading of the copy itself.
 */
public final class ExplainPair {
  private final KnownDirectory directories;
  private final MailboxOwners owners;
  private final UserContacts contacts;
  private final InspectMailbox inspect;
  private final ReadCopy readCopy;
  private final SyncSettings settings;
  private final Clock clock;

  public ExplainPair(
      KnownDirectory directories,
      MailboxOwners owners,
      UserContacts contacts,
      InspectMailbox inspect,
      ReadCopy readCopy,
      SyncSettings settings,
      Clock clock) {
    this.directories = directories;
    this.owners = owners;
    this.contacts = contacts;
    this.inspect = inspect;
    this.readCopy = readCopy;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Explains. A contact that the user may not see answers exactly as one that does not exist, but
   * to an admin.
   *
   * @param userId as it stands in the path; {@code me}: the caller
   * @param beside whether the CRM's values are wanted beside Outlook's, which are read for the
   *     mailbox's own user only
   */
  public Granted<Explanation> explain(
      Caller caller, String userId, String contactId, boolean beside) {
    Directory directory = directories.get();
    Granted<UserId> user =
        ViewerAccess.user(caller, userId, directory, each -> owners.twice(each, directory));
    if (user.refusal().isPresent()) {
      return Granted.refused(user.refusal().get());
    }
    UserId whose = user.value().orElseThrow();
    boolean hers = caller.userIn(directory).map(CrmUser::id).filter(whose::equals).isPresent();
    return ParsedId.of(contactId, ContactId::new)
        .map(id -> contacts.one(new PairId(whose, id)))
        .filter(found -> caller.admin() ? known(found) : PairPreview.visible(found))
        .map(found -> contacts.one(found.id(), inspect.unread(whose)))
        .map(found -> Granted.of(explanation(found, copy(found, beside, hers))))
        .orElse(Granted.refused(Refusal.NO_SUCH_CONTACT));
  }

  /** Of a contact that its user may not see, no value is told to anyone. */
  private Optional<PresentCopy> copy(PlannedPair found, boolean beside, boolean hers) {
    return Optional.of(found)
        .filter(pair -> beside && PairPreview.visible(pair))
        .map(pair -> hers ? readCopy.of(pair) : readCopy.notYours());
  }

  /** Whether anything at all is stored of it. */
  private static boolean known(PlannedPair found) {
    return !found.contentHash().isEmpty() || found.pair().mayHaveCopy();
  }

  private Explanation explanation(PlannedPair found, Optional<PresentCopy> copy) {
    MailboxView mailbox =
        copy.flatMap(read -> read.ask(found.pair().link()))
            .orElseGet(() -> inspect.read(found.user()));
    PairPreview preview = new PairPreview(mailbox, clock.instant());
    Optional<PreviewItem> item =
        found.excluded() && !found.pair().mayHaveCopy()
            ? Optional.empty()
            : Optional.of(preview.item(found));
    Map<Field, String> next = item.map(PreviewItem::changes).orElse(Map.of());
    Optional<LastWrite> written = found.pair().link().map(Link::lastWrite);
    return new Explanation(
        found.user(),
        found.contact(),
        item.map(known -> known.state().code()).orElse(Explanation.NOT_ENTITLED),
        steps(found, mailbox, next.keySet()),
        written,
        next,
        found.removal(),
        contacts.lists(found),
        copy.map(read -> beside(found, read, next.keySet(), written)));
  }

  private static SideBySide beside(
      PlannedPair found, PresentCopy copy, Set<Field> next, Optional<LastWrite> written) {
    return new SideBySide(copy, FieldComparison.of(found.desired().fields(), copy, next, written));
  }

  private List<RuleCheck> steps(PlannedPair found, MailboxView mailbox, Set<Field> next) {
    return Stream.concat(
            new ExplainAccess(found).steps().stream(),
            new ExplainCopy(found, mailbox, settings.onRequest(), next).steps().stream())
        .toList();
  }
}
