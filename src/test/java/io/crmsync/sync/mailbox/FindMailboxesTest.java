package io.crmsync.sync.mailbox;

import static io.crmsync.sync.world.Held.ADMIN_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.mailbox.FindMailboxes.KnownMailbox;
import io.crmsync.sync.mailbox.FindMailboxes.Which;
import io.crmsync.sync.port.MailboxClosed;
import io.crmsync.sync.world.Held;
import io.crmsync.sync.world.Pages;
import io.crmsync.sync.world.People;
import io.crmsync.sync.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What admins can list of mailboxes: all, those in use, those that are parked. */
class FindMailboxesTest {
  private final World world = Held.withContacts(2);

  @Test
  void mailboxesComeWithTheirPairsAndParkedOnesWithReasonAndNextTry() {
    world.user("u2");
    world.crm.put(People.person("c9", "Nine", "u2"));
    world.mailbox("u2").close(MailboxClosed.Cause.MISSING);
    world.night();
    List<KnownMailbox> all = mailboxes(Which.ALL, 1);
    assertThat(all).extracting(known -> known.state().user().value()).containsExactly("u1", "u2");
    assertThat(all).extracting(KnownMailbox::pairs).containsExactly(2L, 0L);
    assertThat(mailboxes(Which.OK, 1)).containsExactly(all.get(0));
    assertThat(mailboxes(Which.PARKED, 1)).containsExactly(all.get(1));
    assertThat(all.get(1).state().parked())
        .map(parked -> parked.why().code())
        .contains("mailboxMissing");
  }

  @Test
  void manyMailboxesComePageByPageAndEachOnce() {
    int more = 2 * FindMailboxes.PAGE - 1;
    for (int i = 0; i < more; i++) {
      MailboxAddress address = new MailboxAddress("v" + i + "@example.com");
      world.mailboxes.change(new UserId("v%03d".formatted(i)), before -> before.at(address));
    }
    assertThat(mailboxes(Which.ALL, 2))
        .hasSize(more + 1)
        .extracting(known -> known.state().user().value())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private List<KnownMailbox> mailboxes(Which which, int expectedPages) {
    return Pages.all(after -> world.findMailboxes.list(ADMIN_PERSON, which, after), expectedPages);
  }
}
