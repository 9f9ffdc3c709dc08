package io.crmsync.sync.preview;

import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.audience.Standing;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.preview.Explanation.Outcome;
import io.crmsync.sync.preview.Explanation.Step;
import java.util.List;

/** The rules that say whether the user may have the contact at all, in words. */
final class ExplainAccess {
  private final Entitlement entitlement;
  private final UserId user;

  ExplainAccess(PlannedPair found) {
    this.entitlement = found.entitlement();
    this.user = found.user();
  }

  List<Step> steps() {
    return entitlement.standing().departed()
        ? List.of(pilot(), exists())
        : List.of(pilot(), exists(), viewSecurity(), kind(), active(), userActive(), covered());
  }

  private Step pilot() {
    if (entitlement.policy().pilot().isEmpty()) {
      return new Step("R5", Outcome.NOT_CONCERNED, "There is no pilot: all mailboxes take part.");
    }
    return entitlement.inPilot(user)
        ? new Step("R5", Outcome.PASSED, "The user is in the pilot group.")
        : new Step(
            "R5",
            Outcome.STOPPED,
            "The user is not in the pilot group: the mailbox is neither written nor emptied.");
  }

  private Step exists() {
    return entitlement.standing().departed()
        ? new Step("R13", Outcome.STOPPED, "The CRM no longer has the contact.")
        : new Step("R13", Outcome.PASSED, "The CRM has the contact.");
  }

  private Step viewSecurity() {
    if (!entitlement.mayView(user)) {
      return new Step("R6", Outcome.STOPPED, "View security does not let the user see it.");
    }
    return switch (entitlement.access().viewSecurity().scope()) {
      case PUBLIC -> new Step("R6", Outcome.PASSED, "Everyone may see it.");
      case PRIVATE -> new Step("R6", Outcome.PASSED, "It is private, and the user owns it.");
      case GROUP ->
          new Step("R6", Outcome.PASSED, "It is for groups, and the user is in one of them.");
    };
  }

  private Step kind() {
    return entitlement.standing() == Standing.OTHER_KIND
        ? new Step("R2", Outcome.STOPPED, "It is not a person: only persons are synchronised.")
        : new Step("R2", Outcome.PASSED, "It is a person.");
  }

  private Step active() {
    if (entitlement.standing() != Standing.INACTIVE) {
      return new Step("R3", Outcome.PASSED, "The contact is active.");
    }
    return entitlement.policy().keepInactive()
        ? new Step("R3", Outcome.STOPPED, "The contact is inactive: copies stay as they are.")
        : new Step("R3", Outcome.STOPPED, "The contact is inactive: copies leave the mailboxes.");
  }

  private Step userActive() {
    return entitlement.directory().active(user)
        ? new Step("R3", Outcome.PASSED, "The user is active.")
        : new Step("R3", Outcome.STOPPED, "The user is inactive, or no longer in the CRM.");
  }

  private Step covered() {
    if (entitlement.access().coverageTeam().contains(user)) {
      return new Step("R5", Outcome.PASSED, "The user is on the coverage team.");
    }
    if (entitlement.access().syncList().contains(user)) {
      return new Step("R5", Outcome.PASSED, "It is on the user's list in the CRM.");
    }
    return entitlement.listedHere().contains(user)
        ? new Step("R5", Outcome.PASSED, "The user put it on the synchronization list.")
        : new Step(
            "R5", Outcome.STOPPED, "The user is not on the coverage team and does not list it.");
  }
}
