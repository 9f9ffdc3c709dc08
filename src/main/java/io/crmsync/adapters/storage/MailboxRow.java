package io.crmsync.adapters.storage;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.mailbox.MailboxIdentity;
import io.crmsync.domain.mailbox.MailboxState;
import io.crmsync.domain.mailbox.MailboxState.Parked;
import io.crmsync.domain.mailbox.RefusalStreak;
import io.crmsync.domain.mailbox.TrustedFolder;
import io.crmsync.domain.outlook.FolderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of a mailbox as a row: partition and key the user. */
final class MailboxRow {
  private MailboxRow() {}

  static NewRow write(MailboxState state, StorageTable table) {
    NewRow row =
        table
            .row(state.user().value(), state.user().value())
            .text("address", state.address().map(MailboxAddress::value))
            .text("defaultFolder", state.identity().present().map(FolderId::value))
            .map("formerDefaultFolders", formerFolders(state))
            .map("gone", gone(state))
            .number("epoch", state.epoch())
            .map("former", former(state))
            .text("folderName", state.folderName())
            .text("folder", state.folder().map(FolderId::value))
            .map("trusted", trusted(state))
            .instant("notBefore", state.notBefore())
            .flag("toWake", state.toWake())
            .flag("catchingUp", state.catchingUp())
            .map("refusals", refusals(state));
    state.parked().ifPresent(parked -> write(parked, row));
    return row;
  }

  static MailboxState read(StoredRow row) {
    return new MailboxState(
        new UserId(row.key()),
        row.optional("address").map(MailboxAddress::new),
        identity(row),
        row.number("epoch"),
        byEpoch(row.map("former"), MailboxAddress::new),
        row.text("folderName"),
        row.optional("folder").map(FolderId::new),
        trusted(row),
        row.instant("notBefore"),
        parked(row),
        row.flag("toWake"),
        row.flag("catchingUp"),
        refusals(row));
  }

  /** Since and until, as an interval of ISO 8601. */
  private static Map<String, String> trusted(MailboxState state) {
    Map<String, String> map = new TreeMap<>();
    state
        .trusted()
        .forEach((id, trust) -> map.put(id.value(), trust.since() + "/" + trust.until()));
    return map;
  }

  private static Map<FolderId, TrustedFolder> trusted(StoredRow row) {
    return row.map("trusted").entrySet().stream()
        .collect(
            Collectors.toMap(each -> new FolderId(each.getKey()), each -> trust(each.getValue())));
  }

  private static TrustedFolder trust(String interval) {
    int slash = interval.indexOf('/');
    return new TrustedFolder(
        Instant.parse(interval.substring(0, slash)), Instant.parse(interval.substring(slash + 1)));
  }

  private static void write(Parked parked, NewRow row) {
    StoredWhy.write(row, "parked", Optional.of(parked.why()))
        .instant("parkedSince", parked.since())
        .instant("nextTry", parked.nextTry())
        .text("pause", parked.pause().toString());
  }

  private static Optional<Parked> parked(StoredRow row) {
    return StoredWhy.read(row, "parked")
        .map(
            why ->
                new Parked(
                    why,
                    row.required("parkedSince"),
                    row.required("nextTry"),
                    Duration.parse(row.text("pause"))));
  }

  /** Rows of older versions have none of it: it is asked at the next occasion. */
  private static MailboxIdentity identity(StoredRow row) {
    return new MailboxIdentity(
        row.optional("defaultFolder").map(FolderId::new),
        byEpoch(row.map("formerDefaultFolders"), FolderId::new),
        byEpoch(row.map("gone"), mark -> mark).keySet());
  }

  private static Map<String, String> formerFolders(MailboxState state) {
    Map<String, String> map = new TreeMap<>();
    state.identity().earlier().forEach((epoch, id) -> map.put(epoch.toString(), id.value()));
    return map;
  }

  private static Map<String, String> gone(MailboxState state) {
    Map<String, String> map = new TreeMap<>();
    state.identity().gone().forEach(epoch -> map.put(epoch.toString(), "1"));
    return map;
  }

  /** The code by contact: it is one and the same. */
  private static Map<String, String> refusals(MailboxState state) {
    Map<String, String> map = new TreeMap<>();
    state
        .refusals()
        .ifPresent(run -> run.contacts().forEach(each -> map.put(each.value(), run.code())));
    return map;
  }

  private static Optional<RefusalStreak> refusals(StoredRow row) {
    Map<String, String> map = row.map("refusals");
    Set<ContactId> contacts = map.keySet().stream().map(ContactId::new).collect(Collectors.toSet());
    return map.values().stream().findFirst().map(code -> new RefusalStreak(code, contacts));
  }

  private static Map<String, String> former(MailboxState state) {
    Map<String, String> map = new TreeMap<>();
    state.former().forEach((epoch, address) -> map.put(epoch.toString(), address.value()));
    return map;
  }

  private static <T> Map<Integer, T> byEpoch(Map<String, String> map, Function<String, T> value) {
    return map.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> Integer.valueOf(entry.getKey()), entry -> value.apply(entry.getValue())));
  }
}
