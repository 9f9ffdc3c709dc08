package io.crmsync.sync.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.base.EmailHash;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderIndexTest {
  private static final ContactId C1 = new ContactId("c1");
  private static final UserId U1 = new UserId("u1");
  private static final FolderId FOLDER = new FolderId("f1");

  /** A run adopts by the index, a dry run by hashes, and a list is merged entry by entry. */
  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ADA@Example.com, true",
    "ada@example.com, '\u00A0ada@example.com ', true",
    "jos\u00E9@example.com, jose\u0301@example.com, true",
    "ada@example.com, ben@example.com, false",
    "i@example.com, \u0130@example.com, false",
  })
  void whoeverComparesAddressesSaysTheSame(String crm, String outlook, boolean same) {
    assertThat(index(outlook).candidates(C1, crm)).hasSize(same ? 1 : 0);
    assertThat(EmailHash.of(U1, crm).equals(EmailHash.of(U1, outlook))).isEqualTo(same);
    assertThat(ListSlot.EMAILS.same(crm, outlook)).isEqualTo(same);
  }

  @Test
  void anAddressOfNothingButSpacesIsNone() {
    assertThat(index("\u2003").candidates(C1, "")).isEmpty();
  }

  private static FolderIndex index(String email) {
    FolderEntry entry =
        new FolderEntry(
            new OutlookId("o1"), FOLDER, Optional.empty(), Instant.EPOCH, List.of(email));
    return new FolderIndex(FOLDER, Instant.EPOCH, List.of(entry));
  }
}
