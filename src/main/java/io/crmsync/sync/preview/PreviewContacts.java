package io.crmsync.sync.preview;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.Granted;
import io.crmsync.sync.call.ViewerAccess;
import io.crmsync.sync.mailbox.InspectMailbox;
import io.crmsync.sync.mailbox.MailboxOwners;
import io.crmsync.sync.snapshot.KnownDirectory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What synchronisation would do for a user, contact by contact: the plan, not carried out. From the
 * snapshot; the mailbox is asked only which ids its folder holds, at most every 10 minutes.
 */
public final class PreviewContacts {
  private final KnownDirectory directories;
  private final MailboxOwners owners;
  private final UserContacts contacts;
  private final InspectMailbox inspect;

  public PreviewContacts(
      KnownDirectory directories,
      MailboxOwners owners,
      UserContacts contacts,
      InspectMailbox inspect) {
    this.directories = directories;
    this.owners = owners;
    this.contacts = contacts;
    this.inspect = inspect;
  }

  /**
   * Which of the contacts are wanted.
   *
   * @param part of name or e-mail, any case; empty: all
   * @param limit 1 to 500
   */
  public record Criteria(
      String part, Optional<PreviewState> state, Optional<ContactId> after, int limit) {
    public Criteria {
      if (limit < 1 || limit > 500) {
        throw new IllegalArgumentException("limit is 1 to 500");
      }
      part = PreviewItem.lower(Text.normal(part));
    }

    /** Without what is looked for, which is somebody's name or address (R20). */
    @Override
    public String toString() {
      return "Criteria " + state + " after " + after + " limit " + limit;
    }

    private boolean wants(PreviewItem item) {
      return state.map(item.state()::equals).orElse(true)
          && item.mentions(part)
          && after.map(id -> item.contact().compareTo(id) > 0).orElse(true);
    }
  }

  /**
   * A page.
   *
   * @param counts per state, over all the user's contacts, whatever was asked for
   * @param next what to ask for after; empty: this is the last page
   * @param user whose contacts these are
   * @param own whether that is the caller
   */
  public record Preview(
      List<PreviewItem> items,
      Map<PreviewState, Integer> counts,
      Optional<ContactId> next,
      UserId user,
      boolean own) {
    public Preview {
      items = List.copyOf(items);
      counts = Map.copyOf(counts);
    }
  }

  /**
   * Tells a page.
   *
   * @param userId as it stands in the path; {@code me}: the caller
   */
  public Granted<Preview> preview(Caller caller, String userId, Criteria criteria) {
    Directory directory = directories.get();
    Granted<UserId> user =
        ViewerAccess.user(caller, userId, directory, each -> owners.twice(each, directory));
    Optional<UserId> self = caller.userIn(directory).map(CrmUser::id);
    return user.value()
        .map(id -> Granted.of(page(id, contacts.of(id, inspect.read(id)), criteria, self)))
        .orElseGet(() -> Granted.refused(user.refusal().orElseThrow()));
  }

  private static Preview page(
      UserId user, List<PreviewItem> all, Criteria criteria, Optional<UserId> self) {
    Map<PreviewState, Integer> counts = new EnumMap<>(PreviewState.class);
    all.forEach(item -> counts.merge(item.state(), 1, Integer::sum));
    List<PreviewItem> wanted = all.stream().filter(criteria::wants).toList();
    List<PreviewItem> items = wanted.subList(0, Math.min(criteria.limit(), wanted.size()));
    boolean more = wanted.size() > items.size();
    return new Preview(
        items,
        counts,
        more ? Optional.of(items.get(items.size() - 1).contact()) : Optional.empty(),
        user,
        self.filter(user::equals).isPresent());
  }
}
