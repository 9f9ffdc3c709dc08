package io.crmsync.sync.fakes;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.AccessPart;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmSource;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.Lookup;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A CRM in memory whose next pages can be spoiled. */
public final class FakeCrm implements CrmSource {
  private final NavigableMap<ContactId, SourceRecord> contacts = new TreeMap<>();
  private final Map<UserId, CrmUser> users = new HashMap<>();
  private final Map<GroupId, Set<UserId>> groups = new HashMap<>();
  private final Deque<UnaryOperator<SourcePage>> spoilers = new ArrayDeque<>();
  private final Set<ContactId> silent = new HashSet<>();
  private final Set<ContactId> nonsense = new HashSet<>();
  private final Set<ContactId> unlisted = new HashSet<>();
  private final Set<ContactId> hidden = new HashSet<>();
  private final List<ContactId> asked = new ArrayList<>();
  private boolean lockedOut;
  private final Deque<RuntimeException> directoryFaults = new ArrayDeque<>();

  @Override
  public synchronized SourcePage contacts(String run, Optional<ContactId> after, int limit) {
    Collection<SourceRecord> rest =
        after.map(id -> contacts.tailMap(id, false)).orElse(contacts).values();
    List<SourceRecord> listed = rest.stream().filter(this::listed).toList();
    List<SourceRecord> items = listed.stream().limit(limit).toList();
    SourcePage page = new SourcePage(items, items.size() == listed.size());
    return spoilers.isEmpty() ? page : spoilers.pop().apply(page);
  }

  @Override
  public synchronized Lookup contact(ContactId id) {
    asked.add(id);
    if (lockedOut) {
      throw CrmUnavailable.signIn("contact: status 401", Optional.empty());
    }
    if (silent.contains(id)) {
      throw new CrmUnavailable("contact: status 503", Optional.empty());
    }
    if (nonsense.contains(id)) {
      throw new CrmBroken("contact: status 410");
    }
    if (hidden.contains(id)) {
      return Lookup.hidden();
    }
    return Optional.ofNullable(contacts.get(id)).map(Lookup::found).orElseGet(Lookup::gone);
  }

  private boolean listed(SourceRecord record) {
    return record.id().filter(id -> unlisted.contains(id) || hidden.contains(id)).isEmpty();
  }

  @Override
  public synchronized Directory directory() {
    if (!directoryFaults.isEmpty()) {
      throw directoryFaults.pop();
    }
    return new Directory(users.values(), groups);
  }

  /** Makes something else of the next page that is asked for. */
  public synchronized void spoilNextPage(UnaryOperator<SourcePage> spoiler) {
    spoilers.add(spoiler);
  }

  public synchronized void failNextDirectory(RuntimeException fault) {
    directoryFaults.add(fault);
  }

  public synchronized void put(CrmContact contact) {
    contacts.put(contact.id(), SourceRecord.good(contact));
  }

  /** From now on this record breaks the feed's schema. */
  public synchronized void spoil(ContactId id) {
    contacts.put(id, SourceRecord.bad(Optional.of(id), "kind: unknown"));
  }

  /** From now on this record breaks the feed's schema, but says who is to have the contact. */
  public synchronized void spoilFields(CrmContact contact) {
    AccessPart access = new AccessPart(contact.kind(), contact.status(), contact.access());
    contacts.put(contact.id(), SourceRecord.bad(contact.id(), "email: not a string", access));
  }

  /** From now on no page has it, though it is there by its id: the list lies. */
  public synchronized void unlist(ContactId id) {
    unlisted.add(id);
  }

  /** From now on no page has it, and asked for by its id the CRM says that we may not see it. */
  public synchronized void hide(ContactId id) {
    hidden.add(id);
  }

  /** Neither unlisted nor hidden any more. */
  public synchronized void show(ContactId id) {
    unlisted.remove(id);
    hidden.remove(id);
  }

  /** Whether the CRM refuses our sign-in when it is asked for one contact. */
  public synchronized void lockOut(boolean lock) {
    lockedOut = lock;
  }

  /** Which contacts were asked for by their ids since this was called last, in order. */
  public synchronized List<ContactId> askedById() {
    List<ContactId> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  /** Whether the CRM gives no answer about this contact when it is asked for by its id. */
  public synchronized void silence(ContactId id, boolean silence) {
    boolean changed = silence ? silent.add(id) : silent.remove(id);
    if (!changed) {
      throw new IllegalStateException("as it was: " + id);
    }
  }

  /** From now on who asks for this contact by its id gets an answer that nobody can use. */
  public synchronized void babbleOf(ContactId id) {
    nonsense.add(id);
  }

  public synchronized void delete(ContactId id) {
    contacts.remove(id);
  }

  public synchronized List<ContactId> ids() {
    return List.copyOf(contacts.keySet());
  }

  public synchronized Optional<CrmContact> find(ContactId id) {
    return Optional.ofNullable(contacts.get(id)).flatMap(SourceRecord::contact);
  }

  /** Takes what the CRM says of the mailbox, which need not be one. */
  public synchronized void putUser(String id, String mailbox, boolean active) {
    UserId user = new UserId(id);
    users.put(user, new CrmUser(user, MailboxAddress.of(mailbox), active));
  }

  public synchronized void dropUser(String id) {
    users.remove(new UserId(id));
  }

  public synchronized void putGroup(String id, Set<UserId> members) {
    groups.put(new GroupId(id), Set.copyOf(members));
  }

  public synchronized void dropGroup(String id) {
    groups.remove(new GroupId(id));
  }
}
