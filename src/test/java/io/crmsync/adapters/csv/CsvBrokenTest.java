package io.crmsync.adapters.csv;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmsync.adapters.mapping.Mapping;
import io.crmsync.adapters.mapping.ShippedMapping;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.CrmUnavailable;
import io.crmsync.sync.port.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Files that are not what they should be: an error that says which file, which line and what is
 * wrong, and no value (R20). Nothing of them is read, and nothing is gone (R17).
 */
@DisplayName("A broken export")
class CsvBrokenTest {
  private static final String HEADING = "id,lastName,email\n";
  private static final String WHOLE = HEADING + "1,A,a@example.com\n2,B,b@example.com\n";

  private final FilesInMemory files = FilesInMemory.withUsers();
  private final CsvSource source = new CsvSource(files, new OwnNames());

  @Test
  void thereIsNoFileOfContacts() {
    isRefused("there is no file of contacts: upload one beside users.csv");
  }

  @Test
  void thereAreNoUsers() {
    files.without("users.csv").with("crm.csv", WHOLE);
    isRefused(
        "users.csv: missing: upload it beside the contacts, with the headings id, mailbox, active");
    assertThatThrownBy(source::directory)
        .isInstanceOf(CrmBroken.class)
        .hasMessage(
            "users.csv: missing: upload it beside the contacts, with the headings id, mailbox,"
                + " active");
  }

  @Test
  void aFileIsEmpty() {
    isRefused("crm.csv", "", "crm.csv: is empty: there is no line of headings");
    isRefused("crm.csv", "\n\n  \n", "crm.csv: is empty: there is no line of headings");
  }

  @Test
  void aFileHasHeadingsAlone() {
    files.with("a.csv", WHOLE);
    isRefused("b.csv", HEADING + "\n,,\n", "b.csv: has no record");
  }

  @Test
  void aFileHasNoHeadings() {
    isRefused(
        "crm.csv",
        "1,Lovelace,ada@example.com\n",
        "crm.csv: its first line has no heading that is known");
  }

  @Test
  void aHeadingThatTheMappingNeedsIsMissing() {
    isRefused(
        "crm.csv",
        "id,email\n1,a@example.com\n",
        "crm.csv: the mapping needs the heading lastName");
  }

  @Test
  void aHeadingIsThereTwice() {
    isRefused(
        "crm.csv",
        "id,lastName,x,x,lastName\n1,A,,,B\n",
        "crm.csv line 1: a heading twice: lastName");
  }

  @Test
  void aFileIsCutOffWithinQuotes() {
    isRefused(
        "crm.csv",
        HEADING + "1,A,\n2,\"Secret\nand so on",
        "crm.csv line 3: a quote is open at the end: cut off");
  }

  @Test
  void aFileIsCutOffWithinARow() {
    isRefused(
        "crm.csv", HEADING + "1,A,\n2,Secret", "crm.csv line 3: 2 columns, and the heading has 3");
    isRefused("crm.csv", HEADING + "1,A,\n2", "crm.csv line 3: 1 columns, and the heading has 3");
  }

  @Test
  void aRowInTheMiddleIsShort() {
    isRefused(
        "crm.csv",
        HEADING + "1,A\n2,Secret,\n",
        "crm.csv line 2: 2 columns, and the heading has 3");
  }

  @Test
  void aRowHasMoreColumnsThanTheHeading() {
    isRefused(
        "crm.csv", HEADING + "1,A,,\n2,B,\n", "crm.csv line 2: 4 columns, and the heading has 3");
  }

  @Test
  void thereIsTextAfterAQuote() {
    isRefused("crm.csv", HEADING + "1,\"A\"x,\n", "crm.csv line 2: text after a closing quote");
  }

  @Test
  void aQuoteThatIsLeftOpenSwallowsAMillionCharacters() {
    isRefused(
        "crm.csv",
        HEADING + "1,\"A,\n" + "2,B,b@example.com\n".repeat(100_000),
        "crm.csv line 2: a cell longer than 1048576 characters, or a quote left open");
  }

  @Test
  void anIdIsThereTwiceInAFile() {
    isRefused(
        "crm.csv",
        HEADING + "1,A,\n2,B,\n1,C,\n",
        "crm.csv line 4: the same id as in crm.csv line 2; without a column of ids the e-mail"
            + " address identifies, or else name and company");
  }

  @Test
  void anIdIsThereTwiceInTwoFiles() {
    files.with("b.csv", WHOLE);
    isRefused(
        "c.csv",
        "lastName,id\nC,2\n",
        "c.csv line 2: the same id as in b.csv line 3; without a column of ids the e-mail address"
            + " identifies, or else name and company");
  }

  @Test
  void withoutIdsAnAddressIsThereTwiceInWhateverCase() {
    isRefused(
        "crm.csv",
        "lastName,email\nA,ada@example.com\nB,ADA@example.com\n",
        "crm.csv line 3: the same id as in crm.csv line 2; without a column of ids the e-mail"
            + " address identifies, or else name and company");
  }

  @Test
  void aFileIsHalfUploaded() {
    for (int off : List.of(-1, 1)) {
      files.with("crm.csv", WHOLE).saidToHave("crm.csv", WHOLE.length() + off);
      isRefused(
          "crm.csv: has not the size that it had: half uploaded, or changed while it was read");
    }
  }

  @Test
  void aFileWithAByteOrderMarkIsHalfUploaded() {
    files.with("crm.csv", "\uFEFF" + WHOLE).saidToHave("crm.csv", WHOLE.length() + 4);
    isRefused("crm.csv: has not the size that it had: half uploaded, or changed while it was read");
  }

  @Test
  void aFileIsAWorkbook() {
    files.with("crm.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 8});
    isRefused("crm.xlsx: has zero bytes: no text, or text without its byte order mark");
  }

  @Test
  void aFileIsUtf16WithoutAMark() {
    files.with("crm.csv", WHOLE, UTF_16LE);
    isRefused("crm.csv: has zero bytes: no text, or text without its byte order mark");
  }

  @Test
  void aFileIsCutOffWithinACharacter() {
    byte[] whole = (HEADING + "1,Müller,\n2,Özgür").getBytes(UTF_8);
    files.with("crm.csv", Arrays.copyOf(whole, whole.length - 2));
    isRefused("crm.csv: ends within a character: cut off");
  }

  @Test
  void aFileIsUtf8ButForOnePlace() {
    byte[] most = (HEADING + "1,Müller,\n2,Özgür,\n3,").getBytes(UTF_8);
    byte[] whole = Arrays.copyOf(most, most.length + 4);
    System.arraycopy("ä,,\n".getBytes(Charset.forName("windows-1252")), 0, whole, most.length, 4);
    files.with("crm.csv", whole);
    isRefused("crm.csv: is UTF-8 for the most part, and not throughout");
  }

  @Test
  void aFileIsNeitherUtf8NorWindows1252() {
    files.with("crm.csv", concat(WHOLE, (byte) 0x81));
    isRefused("crm.csv: is not windows-1252 text throughout");
  }

  @Test
  void aMarkSaysUtf8AndTheTextIsNot() {
    files.with("crm.csv", concat("\uFEFF" + WHOLE, (byte) 0xFC));
    isRefused("crm.csv: is not UTF-8 text throughout");
  }

  @Test
  void aFileWasReplacedBetweenTwoParts() {
    files.with("a.csv", WHOLE);
    for (String name : List.of("a.csv", "b.csv", "users.csv")) {
      String token = source.part("", 1).next().orElseThrow();
      files.with(
          name,
          name.equals("users.csv")
              ? "id,mailbox,active\na,a@b.c,1\n"
              : "id,lastName\n" + name + ",x\n");
      assertThatThrownBy(() -> source.part(token, 1))
          .isInstanceOf(CrmBroken.class)
          .hasMessage("the files were changed while they were read");
      files.with("a.csv", WHOLE).without("b.csv");
    }
  }

  @Test
  void aPartIsAskedForThatWasNeverGiven() {
    files.with("crm.csv", WHOLE);
    assertThatThrownBy(() -> source.part("7", 1))
        .isInstanceOf(CrmBroken.class)
        .hasMessage("a part was asked for that was never given");
    String token = source.part("", 1).next().orElseThrow().replaceFirst(":1:", ":9:");
    assertThatThrownBy(() -> source.part(token, 1))
        .isInstanceOf(CrmBroken.class)
        .hasMessage("a part was asked for that was never given");
  }

  @Test
  void aFileIsReplacedWhileItIsRead() {
    files.with("crm.csv", WHOLE);
    SourceFiles replacing =
        new SourceFiles() {
          @Override
          public List<SourceFile> files() {
            List<SourceFile> listed = files.files();
            files.with("crm.csv", WHOLE);
            return listed;
          }

          @Override
          public InputStream open(SourceFile file) {
            return files.open(file);
          }
        };
    assertThatThrownBy(() -> new CsvSource(replacing, new OwnNames()).contact(CsvIds.of("9")))
        .isInstanceOf(CrmBroken.class)
        .hasMessage("crm.csv: is another version now");
  }

  @Test
  void storageThatFailsWhileItIsReadIsAskedLater() {
    files.with("crm.csv", WHOLE);
    SourceFiles failing =
        new SourceFiles() {
          @Override
          public List<SourceFile> files() {
            return files.files();
          }

          @Override
          public InputStream open(SourceFile file) {
            return new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Secret");
              }

              @Override
              public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("Secret");
              }
            };
          }
        };
    assertThatThrownBy(() -> new CsvSource(failing, new OwnNames()).directory())
        .isInstanceOf(CrmUnavailable.class)
        .hasMessage("users.csv: IOException");
  }

  @Test
  void theShippedMappingNamesWhatItLacks() {
    CsvSource shipped = new CsvSource(files, Mapping.of(ShippedMapping.CSV.json()));
    files.with("crm.csv", "Ort,Land\nBern,CH\n");
    assertThatThrownBy(() -> shipped.part("", 1))
        .isInstanceOf(CrmBroken.class)
        .hasMessageStartingWith(
            "crm.csv: no heading that the mapping knows for a name or an e-mail");
  }

  private void isRefused(String name, String text, String message) {
    files.with(name, text);
    isRefused(message);
    files.without(name);
  }

  /** Whatever is asked: nothing is read, nothing is gone, and no cell is quoted. */
  private void isRefused(String message) {
    assertThat(message).doesNotContain("Secret");
    assertThatThrownBy(() -> source.part("", 1)).isInstanceOf(CrmBroken.class).hasMessage(message);
    assertThatThrownBy(() -> source.contact(CsvIds.of("none")))
        .isInstanceOf(CrmBroken.class)
        .hasMessage(message);
  }

  private static byte[] concat(String text, byte last) {
    byte[] bytes = text.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(bytes, bytes.length + 1);
    IntStream.of(bytes.length).forEach(i -> all[i] = last);
    return all;
  }
}
