package io.crmsync.domain.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.outlook.FolderEntry;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.OutlookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailHashTest {
  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");

  @Test
  void addressesThatDifferInCaseAndSpacesOnlyHaveOneHash() {
    String hash = EmailHash.of(ANN, "Post@Example.org");
    assertThat(hash).isNotEmpty().isEqualTo(EmailHash.of(ANN, "\u00A0post@example.ORG "));
    assertThat(hash).isNotEqualTo(EmailHash.of(ANN, "post@example.com"));
  }

  @Test
  void soHaveThoseThatDifferInSpelling() {
    String hash = EmailHash.of(ANN, "post@b\u00FCcher.example");
    assertThat(hash).isEqualTo(EmailHash.of(ANN, "SMTP:Post@xn--bcher-kva.example"));
  }

  @Test
  void theSameAddressHasAnotherHashForAnotherUserAndNoneHasNone() {
    assertThat(EmailHash.of(ANN, "a@x.org")).isNotEqualTo(EmailHash.of(BEN, "a@x.org"));
    assertThat(EmailHash.of(ANN, "")).isEmpty();
    assertThat(EmailHash.of(ANN, "\u2003 ")).isEmpty();
  }

  @Test
  void anEntryKeepsEverythingButItsAddresses() {
    FolderEntry entry =
        new FolderEntry(
            new OutlookId("o1"),
            new FolderId("f1"),
            Optional.of("c1"),
            Instant.EPOCH,
            List.of("a@x.org", " ", "B@x.org"));
    assertThat(EmailHash.in(entry, ANN))
        .isEqualTo(
            new FolderEntry(
                entry.id(),
                entry.folder(),
                entry.mark(),
                entry.created(),
                List.of(EmailHash.of(ANN, "a@x.org"), EmailHash.of(ANN, "b@x.org"))));
  }
}
