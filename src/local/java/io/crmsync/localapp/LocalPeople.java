package io.crmsync.localapp;

import io.crmsync.adapters.feed.HttpCrmFeed;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.adapters.storage.BlobSourceFiles;
import io.crmsync.adapters.storage.StorageClients;
import io.crmsync.adapters.storage.StorageOperations;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.functions.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who can be chosen at the local sign-in: the active users of the source that the settings name.
 */
final class LocalPeople {
  private final Supplier<Directory> source;

  private LocalPeople(Supplier<Directory> source) {
    this.source = source;
  }

  static LocalPeople of(Settings settings) {
    return switch (settings.crm().kind()) {
      case FEED -> feed(settings.crm().feed().orElseThrow().baseUrl());
      case CSV -> files(settings.storage().connectionString().orElseThrow());
    };
  }

  /** Their mailboxes, asked of the source each time somebody wants to sign in. */
  List<String> mailboxes() {
    return source.get().users().values().stream()
        .filter(CrmUser::active)
        .flatMap(user -> user.mailbox().stream())
        .map(MailboxAddress::value)
        .sorted()
        .toList();
  }

  private static LocalPeople feed(URI address) {
    return new LocalPeople(
        () -> new HttpCrmFeed(address, Credentials.none(), Clock.systemUTC()).directory());
  }

  private static LocalPeople files(String connectionString) {
    StorageClients clients = StorageClients.of(connectionString, new StorageOperations());
    return new LocalPeople(CsvExport.source(new BlobSourceFiles(clients))::directory);
  }
}
