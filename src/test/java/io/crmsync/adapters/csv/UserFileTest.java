package io.crmsync.adapters.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.GroupId;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.port.CrmBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users and groups of users.csv: whole, or not at all (R17). */
@DisplayName("The file of users")
class UserFileTest {
  private static final UserId ANNA = new UserId("anna");
  private static final UserId BERT = new UserId("bert");

  @Test
  void hasUsersAndTheirGroups() {
    Directory directory = directory(FilesInMemory.withUsers());
    assertThat(directory.users().keySet())
        .containsExactlyInAnyOrder(ANNA, BERT, new UserId("carl"));
    assertThat(directory.activeUsers()).isEqualTo(2);
    assertThat(directory.groups().get(new GroupId("sales"))).containsExactlyInAnyOrder(ANNA, BERT);
    assertThat(directory.groups().get(new GroupId("board"))).containsExactly(ANNA);
  }

  @Test
  void mayHaveSemicolonsCapitalsAndFurtherColumns() {
    Directory directory =
        directory(
            new FilesInMemory()
                .with(
                    "users.csv",
                    """
                    \uFEFFMailbox;ID;Name;Active;Groups\r
                    anna@contoso.com;anna;A;TRUE;"a;b"\r
                    """));
    assertThat(directory.active(ANNA)).isTrue();
    assertThat(directory.groups().keySet())
        .containsExactlyInAnyOrder(new GroupId("a"), new GroupId("b"));
  }

  @Test
  void mayLeaveOutWhoseMailboxNobodyKnows() {
    Directory directory =
        directory(new FilesInMemory().with("users.csv", "id,mailbox,active\nanna,,true\n"));
    assertThat(directory.user(ANNA))
        .hasValueSatisfying(user -> assertThat(user.mailboxUnknown()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,mailbox\\n"
            + "a,b                                | users.csv: the heading active is missing",
        "id,mailbox,active\\n                            | users.csv: has no record",
        "id,mailbox,active\\n"
            + "a,a@b.c,true\\n"
            + "b,b@b.c      | users.csv line 3: 2 columns, and the heading has 3",
        "id,mailbox,active\\nSecret Name,a@b.c,true      | users.csv line 2: id: not an id",
        "id,mailbox,active\\n,a@b.c,true                 | users.csv line 2: id: not an id",
        "id,mailbox,active\\nme,a@b.c,true               | users.csv line 2: id: reserved",
        "id,mailbox,active\\n"
            + "a,a@b.c,Secret              | users.csv line 2: active: neither true nor false",
        "id,mailbox,active\\n"
            + "a,a@b.c,                    | users.csv line 2: active: neither true nor false",
        "id,mailbox,active\\n"
            + "a,x@b.c,1\\n"
            + "a,y@b.c,0       | users.csv line 3: id: the same as in a line before",
        "id,mailbox,active,groups\\na,x@b.c,1,My Secret  | users.csv line 2: groups: not an id",
        "id,id,mailbox,active\\na,b,x@b.c,1              | users.csv line 1: a heading twice: id",
        "ID,id,mailbox,active\\na,b,x@b.c,1              | users.csv: the heading id is there twice"
      })
  void isRefusedAsAWholeWhereARowCannotBeRead(String text, String message) {
    FilesInMemory files = new FilesInMemory().with("users.csv", text.replace("\\n", "\n"));
    assertThatThrownBy(() -> directory(files)).isInstanceOf(CrmBroken.class).hasMessage(message);
  }

  private static Directory directory(FilesInMemory files) {
    return new io.crmsync.adapters.csv.CsvSource(files, new OwnNames()).directory();
  }
}
