package io.crmsync.sync.preview;

import io.crmsync.domain.base.LastWrite;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.sync.mailbox.PresentCopy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a contact is, or is not, in a user's Outlook.
 *
 * @param decision a {@link PreviewState}'s code, or {@link #NOT_ENTITLED}
 * @param steps every rule in order
 * @param written which fields were last sent to the copy, and when; empty: there is none
 * @param next the fields that would be written now, with their desired values
 * @param removal the copy that is to leave; empty: none is
 * @param lists on which synchronization lists the user has it
 * @param beside the CRM's values beside Outlook's; empty: not asked for, or not to be told
 */
public record Explanation(
    UserId user,
    ContactId contact,
    String decision,
    List<RuleCheck> steps,
    Optional<LastWrite> written,
    Map<Field, String> next,
    Optional<OpenRemoval> removal,
    OnLists lists,
    Optional<SideBySide> beside) {

  /** The decision where the user is not to have it, and has no copy. */
  public static final String NOT_ENTITLED = "notEntitled";

  /** What a rule says. */
  public enum CheckResult {
    /** Nothing is against it. */
    PASSED("passed"),
    /** The copy is not to be, or not to be written. */
    STOPPED("stopped"),
    /** Not now: someone or something is waited for. */
    WAITS("waits"),
    /** The rule has nothing to say of this pair. */
    NOT_CONCERNED("notConcerned");

    private final String code;

    CheckResult(String code) {
      this.code = code;
    }

    /** The word for it in answers. */
    public String code() {
      return code;
    }
  }

  /**
   * One rule and what it says of the pair now.
   *
   * @param detail for people: no code, no field's value
   */
  public record RuleCheck(String rule, CheckResult outcome, String detail) {}

  /**
   * On which of the user's two lists the contact is (R5).
   *
   * @param own the one that this app keeps, which the user can take it off
   * @param crm the CRM's, which only the CRM can change
   */
  public record OnLists(boolean own, boolean crm) {}

  /** What Outlook holds, and each field as both have it. */
  public record SideBySide(PresentCopy copy, List<FieldComparison> fields) {
    public SideBySide {
      fields = List.copyOf(fields);
    }
  }

  public Explanation {
    steps = List.copyOf(steps);
    next = Map.copyOf(next);
  }

  /** Ids and the decision only: the values are personal (R20). */
  @Override
  public String toString() {
    return "Explanation[" + user + " " + contact + " " + decision + "]";
  }
}
