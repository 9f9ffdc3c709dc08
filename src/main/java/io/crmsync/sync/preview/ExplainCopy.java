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
import io.crmsync.sync.mailbox.MailboxGlance;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.preview.Explanation.Outcome;
import io.crmsync.sync.preview.Explanation.Step;
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
  private final MailboxGlance mailbox;
  private final boolean onRequest;
  private final Collection<Field> next;

  /**
   * Takes the pair and its mailbox.
   *
   * @param onRequest SYNC_NEW=onRequest
   * @param next the fields that would be written
   */
  ExplainCopy(PlannedPair found, MailboxGlance mailbox, boolean onRequest, Collection<Field> next) {
    this.found = found;
    this.mailbox = mailbox;
    this.onRequest = onRequest;
    this.next = next;
  }

  List<Step> steps() {
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

  private Step removal() {
    if (found.removal().isEmpty()) {
      return found.excluded() && found.pair().mayHaveCopy()
          ? new Step("R18", Outcome.WAITS, "The copy is to leave; the next run will propose it.")
          : new Step("R18", Outcome.NOT_CONCERNED, "No copy is waiting to be removed.");
    }
    OpenRemoval removal = found.removal().get();
    String since = " Proposed " + removal.since() + ".";
    return switch (removal.state()) {
      case OPEN ->
          new Step("R18", Outcome.WAITS, "The copy is to leave; the run's guard decides." + since);
      case HELD ->
          new Step("R18", Outcome.WAITS, "The removal is held until an admin releases it." + since);
      case RELEASED -> new Step("R18", Outcome.PASSED, "The copy is being removed." + since);
      case DISCARDED ->
          new Step("R18", Outcome.STOPPED, "An admin decided that the copy stays." + since);
    };
  }

  private Step actionable() {
    Optional<NotActionable> rejection =
        Eligibility.rejection(found.entitlement().standing(), found.desired().fields());
    return rejection
        .filter(why -> !found.excluded())
        .map(why -> new Step("R4", Outcome.STOPPED, words(why)))
        .orElse(
            found.excluded()
                ? new Step("R4", Outcome.NOT_CONCERNED, "Not asked: the user is not to have it.")
                : new Step("R4", Outcome.PASSED, "Nothing is wrong with its name and e-mail."));
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

  private Step onRequest() {
    if (!onRequest) {
      return new Step("R21", Outcome.NOT_CONCERNED, "New contacts need not be asked for.");
    }
    Pair pair = found.pair();
    return pair.link().isPresent() || pair.asked()
        ? new Step("R21", Outcome.PASSED, "The user asked for it, or has it already.")
        : new Step("R21", Outcome.WAITS, "It waits until the user asks for it.");
  }

  private Step usable() {
    return mailbox
        .parked()
        .map(
            why ->
                new Step(
                    "R22",
                    Outcome.WAITS,
                    "The mailbox cannot be used now: " + ParkedWords.of(why) + "."))
        .orElse(new Step("R22", Outcome.PASSED, "The mailbox is in use."));
  }

  private Step copy() {
    Pair pair = found.pair();
    if (pair.isFor(Reason.MATCH_AMBIGUOUS) && !pair.open()) {
      return new Step("R8", Outcome.STOPPED, words(NotActionable.MATCH_AMBIGUOUS));
    }
    return pair.link()
        .map(link -> new Step("R8", Outcome.PASSED, origin(link) + " " + link.since() + "."))
        .orElse(new Step("R8", Outcome.PASSED, "There is no copy that we know of."));
  }

  private static String origin(Link link) {
    return switch (link.origin()) {
      case CREATED -> "The copy was made by us,";
      case ADOPTED -> "The copy was the user's own contact with the same e-mail, taken over";
      case FOUND -> "The copy was found by its mark,";
    };
  }

  private Step deletedInOutlook() {
    if (!mailbox.misses(found.pair())) {
      return new Step("R14", Outcome.PASSED, "Nobody is known to have deleted the copy.");
    }
    return new Step(
        "R14",
        Outcome.STOPPED,
        "The user deleted the copy: it comes back when the CRM changes it, or when asked for.");
  }

  private Step written() {
    return found
        .pair()
        .link()
        .map(Link::lastWrite)
        .map(last -> new Step("R10", Outcome.PASSED, "Last written " + last.at() + of(last)))
        .orElse(new Step("R10", Outcome.NOT_CONCERNED, "Nothing was written yet."));
  }

  private static String of(LastWrite last) {
    return last.fields().isEmpty()
        ? ": nothing, it was as it should be."
        : ": " + names(last.fields()) + ".";
  }

  private Step toWrite() {
    if (!next.isEmpty()) {
      return new Step("R10", Outcome.PASSED, "To be written: " + names(next) + ".");
    }
    boolean nothing = found.plan().action() == Plan.Action.NOTHING;
    return nothing
        ? new Step("R10", Outcome.PASSED, "Nothing has changed in the CRM since the last write.")
        : new Step("R10", Outcome.NOT_CONCERNED, "No field would be written now.");
  }

  /** Its code is its name without the spaces. */
  private static String words(Field field) {
    return CAPITAL.matcher(field.code()).replaceAll(" $0").toLowerCase(Locale.ROOT);
  }

  private static String names(Collection<Field> fields) {
    return fields.stream().sorted().map(ExplainCopy::words).collect(Collectors.joining(", "));
  }
}
