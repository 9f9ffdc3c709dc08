package io.crmsync.simulators.graph;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All mailboxes, by principal name or object id, ignoring case. */
final class Mailboxes {
  private final Map<String, Mailbox> byName = new ConcurrentHashMap<>();

  Optional<Mailbox> find(String user) {
    return Optional.ofNullable(byName.get(key(user)));
  }

  Mailbox findOrAdd(String user) {
    return find(user).orElseGet(() -> added(user, objectIdFor(user)));
  }

  /** Adds a mailbox, or gives the one that is already there under the principal name. */
  synchronized Mailbox added(String userPrincipalName, String objectId) {
    return find(userPrincipalName).orElseGet(() -> put(new Mailbox(userPrincipalName, objectId)));
  }

  Mailbox put(Mailbox mailbox) {
    byName.put(key(mailbox.objectId()), mailbox);
    byName.put(key(mailbox.userPrincipalName()), mailbox);
    mailbox.aliases().forEach(alias -> byName.put(key(alias), mailbox));
    return mailbox;
  }

  /** Gives a mailbox one more name. */
  synchronized void alias(Mailbox mailbox, String name) {
    mailbox.aliases().add(name);
    mailbox.changed();
    put(mailbox);
  }

  /** Another mailbox, with nothing in it, takes all the names of this one, which is no more. */
  synchronized Mailbox makeAnew(Mailbox old) {
    Mailbox anew = new Mailbox(old.userPrincipalName(), old.objectId(), old.generation() + 1);
    anew.aliases().addAll(old.aliases());
    anew.replaces(old);
    return put(anew);
  }

  /** Gives a mailbox another principal name; the old one then names nobody. */
  synchronized void rename(Mailbox mailbox, String newName) {
    byName.remove(key(mailbox.userPrincipalName()));
    mailbox.renamed(newName);
    put(mailbox);
  }

  Collection<Mailbox> all() {
    return new LinkedHashSet<>(byName.values());
  }

  void clear() {
    byName.clear();
  }

  private static String objectIdFor(String user) {
    String key = key(user);
    return isUuid(key)
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static boolean isUuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private static String key(String user) {
    return user.toLowerCase(Locale.ROOT);
  }
}
