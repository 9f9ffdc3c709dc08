package io.crmsync.sync.preview;

import io.crmsync.domain.base.LastWrite;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.FieldValues;
import io.crmsync.sync.mailbox.PresentCopy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field as the CRM has it, beside what Outlook holds.
 *
 * @param crm empty: the CRM has no value
 * @param outlook empty: it was not read; the empty string: it holds none
 * @param wouldWrite whether it would be written now
 * @param lastWrittenAt when it was sent, if it was sent with the last write
 */
public record FieldComparison(
    Field field,
    String crm,
    Optional<String> outlook,
    boolean wouldWrite,
    Optional<Instant> lastWrittenAt) {

  /** Every field that has a value on either side, or would be written, in the fields' order. */
  static List<FieldComparison> of(
      FieldValues crm, PresentCopy copy, Set<Field> next, Optional<LastWrite> last) {
    return Stream.of(Field.values())
        .map(field -> of(field, crm, copy, next.contains(field), last))
        .filter(FieldComparison::worthTelling)
        .toList();
  }

  private static FieldComparison of(
      Field field, FieldValues crm, PresentCopy copy, boolean next, Optional<LastWrite> last) {
    boolean read = copy.state() == PresentCopy.State.PRESENT;
    return new FieldComparison(
        field,
        crm.get(field),
        read ? Optional.of(copy.values().get(field)) : Optional.empty(),
        next,
        last.filter(write -> write.fields().contains(field)).map(LastWrite::at));
  }

  private boolean worthTelling() {
    return wouldWrite || !crm.isEmpty() || outlook.filter(value -> !value.isEmpty()).isPresent();
  }

  /** Without the values: they are personal (R20). */
  @Override
  public String toString() {
    return "FieldComparison[" + field + "]";
  }
}
