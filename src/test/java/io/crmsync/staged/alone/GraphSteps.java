package io.crmsync.staged.alone;

import io.crmsync.adapters.graph.GraphAddress;
import io.crmsync.adapters.graph.GraphMailboxes;
import io.crmsync.adapters.graph.GraphRequests;
import io.crmsync.adapters.graph.GraphWarmUp;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.AddressSlot;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.Mailbox;
import io.crmsync.sync.port.MailboxBusy;
import io.crmsync.sync.port.MailboxRefused;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each kind of request to Graph that the app knows. */
final class GraphSteps {
  private static final ContactId CONTACT = new ContactId("c1");
  private static final String EMAIL = "ada@example.org";

  private final Mailbox mailbox;

  GraphSteps(URI graph) {
    GraphMailboxes mailboxes =
        new GraphMailboxes(
            new GraphAddress(graph),
            () -> {
              throw new IllegalStateException("no token is wanted on this machine");
            },
            InstantSource.system(),
            new GraphRequests());
    mailbox = mailboxes.at(new MailboxAddress("ann@example.org"));
  }

  void take() {
    GraphWarmUp.play();
    JarAlone.say("graph: rehearsed");
    JarAlone.say("graph: error body: " + refusal());
    JarAlone.say("graph: no body: " + busy());
    folders();
    contacts();
    JarAlone.say("graph: pages: " + mailbox.list(mailbox.defaultFolder()).size());
  }

  private String refusal() {
    try {
      mailbox.defaultFolder();
      return "none";
    } catch (MailboxRefused refused) {
      return refused.code();
    }
  }

  private String busy() {
    try {
      mailbox.defaultFolder();
      return "none";
    } catch (MailboxBusy busy) {
      return busy.kind().toString();
    }
  }

  private void folders() {
    FolderId made = mailbox.createFolder("CRM Contacts");
    JarAlone.say("graph: same folder again: " + mailbox.createFolder("CRM Contacts").equals(made));
    JarAlone.say("graph: folder there: " + mailbox.hasFolder(made));
    JarAlone.say("graph: no such folder: " + mailbox.hasFolder(new FolderId("absent")));
    JarAlone.say("graph: folders: " + mailbox.folders().size());
    JarAlone.say("graph: beside: " + mailbox.foldersBeside().size());
  }

  private void contacts() {
    FolderId folder = mailbox.findFolder("crm contacts").orElseThrow();
    OutlookId first = mailbox.create(folder, content("Ada")).id();
    OutlookId second = mailbox.create(folder, content("Ada again")).id();
    JarAlone.say("graph: found: " + mailbox.find(folder, CONTACT, EMAIL).size());
    JarAlone.say("graph: read: " + mailbox.read(first).orElseThrow().mark().orElse("no mark"));
    JarAlone.say("graph: updated: " + mailbox.update(first, content("Grace")).isPresent());
    JarAlone.say("graph: deleted: " + mailbox.remove(first, Removal.SOFT));
    JarAlone.say("graph: deleted for good: " + mailbox.remove(second, Removal.PERMANENT));
    JarAlone.say("graph: gone: " + mailbox.read(second).isEmpty());
  }

  /** A plain field, a list, an address, the fax and the mark: each is written in its own way. */
  private static ContactPatch content(String name) {
    return new ContactPatch(
        Map.of(
            Field.FULL_NAME,
            name,
            Field.BIRTH_DATE,
            "1815-12-10",
            Field.BUSINESS_FAX,
            "+41 44 000 00 00"),
        Map.of(ListSlot.EMAILS, List.of(EMAIL)),
        Map.of(AddressSlot.BUSINESS, Map.of(Field.BUSINESS_CITY, "Bern")),
        Optional.of(CONTACT),
        Optional.of(List.of("CRM")));
  }
}
