package io.crmsync.sync.preview;

import io.crmsync.domain.base.LastWrite;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.eligibility.Eligibility;
import io.crmsync.domain.eligibility.NotActionable;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Pair;
import io.crmsync.domain.plan.Plan;
import io.crmsync.domain.reason.Reason;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.sync.mailbox.MailboxView;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.preview.Explanation.CheckResult;
import io.crmsync.sync.preview.Explanation.RuleCheck;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules about the copy itself, in words: what is in Outlook, and what would become of it. */
final class ExplainCopy {
  private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");

  private final PlannedPair found;
  private final MailboxView mailbox;
  private final boolean onRequest;
  private final Collection<Field> next;

  /**
   * Takes the pair and its mailbox.
   *
   * @param onRequest SYNC_NEW=onRequest
   * @param next the fields that would be written
   */
  ExplainCopy(PlannedPair found, MailboxView mailbox, boolean onRequest, Collection<Field> next) {
    this.found = found;
    this.mailbox = mailbox;
    this.onRequest = onRequest;
    this.next = next;
  }

  List<RuleCheck> steps() {
    return List.of(
        removal(),
        actionable(),
        onRequest(),
        usable(),
        copy(),
        deletedInOutlook(),
        written(),
        toWrite());
  }

  private RuleCheck removal() {
    if (found.removal().isEmpty()) {
      return found.excluded() && found.pair().mayHaveCopy()
          ? new RuleCheck(
              "R18", CheckResult.WAITS, "The copy is to leave; the next run will propose it.")
          : new RuleCheck("R18", CheckResult.NOT_CONCERNED, "No copy is waiting to be removed.");
    }
    OpenRemoval removal = found.removal().get();
    String since = " Proposed " + removal.since() + ".";
    return switch (removal.state()) {
      case OPEN ->
          new RuleCheck(
              "R18", CheckResult.WAITS, "The copy is to leave; the run's guard decides." + since);
      case HELD ->
          new RuleCheck(
              "R18", CheckResult.WAITS, "The removal is held until an admin releases it." + since);
      case RELEASED ->
          new RuleCheck("R18", CheckResult.PASSED, "The copy is being removed." + since);
      case DISCARDED ->
          new RuleCheck(
              "R18", CheckResult.STOPPED, "An admin decided that the copy stays." + since);
    };
  }

  private RuleCheck actionable() {
    Optional<NotActionable> rejection =
        Eligibility.rejection(found.entitlement().contactState(), found.desired().fields());
    return rejection
        .filter(why -> !found.excluded())
        .map(why -> new RuleCheck("R4", CheckResult.STOPPED, words(why)))
        .orElse(
            found.excluded()
                ? new RuleCheck(
                    "R4", CheckResult.NOT_CONCERNED, "Not asked: the user is not to have it.")
                : new RuleCheck(
                    "R4", CheckResult.PASSED, "Nothing is wrong with its name and e-mail."));
  }

  private static String words(NotActionable why) {
    return switch (why) {
      case OTHER_KIND -> "It is not a person.";
      case INACTIVE -> "It is inactive: its copy is left as it is.";
      case DECEASED -> "Its name says deceased: its copy is left as it is.";
      case NAME_MISSING -> "It has neither a first nor a last name: its copy is left as it is.";
      case EMAIL_MALFORMED -> "No mail can be sent to its e-mail: its copy is left as it is.";
      case MATCH_AMBIGUOUS -> "Several contacts in the folder have its e-mail: none is touched.";
    };
  }

  private RuleCheck onRequest() {
    if (!onRequest) {
      return new RuleCheck("R21", CheckResult.NOT_CONCERNED, "New contacts need not be asked for.");
    }
    Pair pair = found.pair();
    return pair.link().isPresent() || pair.asked()
        ? new RuleCheck("R21", CheckResult.PASSED, "The user asked for it, or has it already.")
        : new RuleCheck("R21", CheckResult.WAITS, "It waits until the user asks for it.");
  }

  private RuleCheck usable() {
    return mailbox
        .parked()
        .map(
            why ->
                new RuleCheck(
                    "R22",
                    CheckResult.WAITS,
                    "The mailbox cannot be used now: " + ParkedWords.of(why) + "."))
        .orElse(new RuleCheck("R22", CheckResult.PASSED, "The mailbox is in use."));
  }

  private RuleCheck copy() {
    Pair pair = found.pair();
    if (pair.isFor(Reason.MATCH_AMBIGUOUS) && !pair.open()) {
      return new RuleCheck("R8", CheckResult.STOPPED, words(NotActionable.MATCH_AMBIGUOUS));
    }
    return pair.link()
        .map(
            link ->
                new RuleCheck("R8", CheckResult.PASSED, origin(link) + " " + link.since() + "."))
        .orElse(new RuleCheck("R8", CheckResult.PASSED, "There is no copy that we know of."));
  }

  private static String origin(Link link) {
    return switch (link.origin()) {
      case CREATED -> "The copy was made by us,";
      case ADOPTED -> "The copy was the user's own contact with the same e-mail, taken over";
      case FOUND -> "The copy was found by its mark,";
    };
  }

  private RuleCheck deletedInOutlook() {
    if (!mailbox.misses(found.pair())) {
      return new RuleCheck("R14", CheckResult.PASSED, "Nobody is known to have deleted the copy.");
    }
    return new RuleCheck(
        "R14",
        CheckResult.STOPPED,
        "The user deleted the copy: it comes back when the CRM changes it, or when asked for.");
  }

  private RuleCheck written() {
    return found
        .pair()
        .link()
        .map(Link::lastWrite)
        .map(
            last ->
                new RuleCheck("R10", CheckResult.PASSED, "Last written " + last.at() + of(last)))
        .orElse(new RuleCheck("R10", CheckResult.NOT_CONCERNED, "Nothing was written yet."));
  }

  private static String of(LastWrite last) {
    return last.fields().isEmpty()
        ? ": nothing, it was as it should be."
        : ": " + names(last.fields()) + ".";
  }

  private RuleCheck toWrite() {
    if (!next.isEmpty()) {
      return new RuleCheck("R10", CheckResult.PASSED, "To be written: " + names(next) + ".");
    }
    boolean nothing = found.plan().action() == Plan.Action.NOTHING;
    return nothing
        ? new RuleCheck(
            "R10", CheckResult.PASSED, "Nothing has changed in the CRM since the last write.")
        : new RuleCheck("R10", CheckResult.NOT_CONCERNED, "No field would be written now.");
  }

  /** Its code is its name without the spaces. */
  private static String words(Field field) {
    return CAPITAL.matcher(field.code()).replaceAll(" $0").toLowerCase(Locale.ROOT);
  }

  private static String names(Collection<Field> fields) {
    return fields.stream().sorted().map(ExplainCopy::words).collect(Collectors.joining(", "));
  }
}
