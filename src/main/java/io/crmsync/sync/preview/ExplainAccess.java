package io.crmsync.sync.preview;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.audience.Entitlement;
import io.crmsync.domain.contact.UserId;
import io.crmsync.sync.pair.PlannedPair;
import io.crmsync.sync.preview.Explanation.CheckResult;
import io.crmsync.sync.preview.Explanation.RuleCheck;
import java.util.List;

/** The rules that say whether the user may have the contact at all, in words. */
final class ExplainAccess {
  private final Entitlement entitlement;
  private final UserId user;

  ExplainAccess(PlannedPair found) {
    this.entitlement = found.entitlement();
    this.user = found.user();
  }

  List<RuleCheck> steps() {
    return entitlement.contactState().departed()
        ? List.of(pilot(), exists())
        : List.of(pilot(), exists(), viewSecurity(), kind(), active(), userActive(), covered());
  }

  private RuleCheck pilot() {
    if (entitlement.policy().pilot().isEmpty()) {
      return new RuleCheck(
          "R5", CheckResult.NOT_CONCERNED, "There is no pilot: all mailboxes take part.");
    }
    return entitlement.inPilot(user)
        ? new RuleCheck("R5", CheckResult.PASSED, "The user is in the pilot group.")
        : new RuleCheck(
            "R5",
            CheckResult.STOPPED,
            "The user is not in the pilot group: the mailbox is neither written nor emptied.");
  }

  private RuleCheck exists() {
    return entitlement.contactState().departed()
        ? new RuleCheck("R13", CheckResult.STOPPED, "The CRM no longer has the contact.")
        : new RuleCheck("R13", CheckResult.PASSED, "The CRM has the contact.");
  }

  private RuleCheck viewSecurity() {
    if (!entitlement.mayView(user)) {
      return new RuleCheck(
          "R6", CheckResult.STOPPED, "View security does not let the user see it.");
    }
    return switch (entitlement.access().viewSecurity().scope()) {
      case PUBLIC -> new RuleCheck("R6", CheckResult.PASSED, "Everyone may see it.");
      case PRIVATE ->
          new RuleCheck("R6", CheckResult.PASSED, "It is private, and the user owns it.");
      case GROUP ->
          new RuleCheck(
              "R6", CheckResult.PASSED, "It is for groups, and the user is in one of them.");
    };
  }

  private RuleCheck kind() {
    return entitlement.contactState() == ContactState.OTHER_KIND
        ? new RuleCheck(
            "R2", CheckResult.STOPPED, "It is not a person: only persons are synchronised.")
        : new RuleCheck("R2", CheckResult.PASSED, "It is a person.");
  }

  private RuleCheck active() {
    if (entitlement.contactState() != ContactState.INACTIVE) {
      return new RuleCheck("R3", CheckResult.PASSED, "The contact is active.");
    }
    return entitlement.policy().keepInactive()
        ? new RuleCheck(
            "R3", CheckResult.STOPPED, "The contact is inactive: copies stay as they are.")
        : new RuleCheck(
            "R3", CheckResult.STOPPED, "The contact is inactive: copies leave the mailboxes.");
  }

  private RuleCheck userActive() {
    return entitlement.directory().active(user)
        ? new RuleCheck("R3", CheckResult.PASSED, "The user is active.")
        : new RuleCheck(
            "R3", CheckResult.STOPPED, "The user is inactive, or no longer in the CRM.");
  }

  private RuleCheck covered() {
    if (entitlement.access().coverageTeam().contains(user)) {
      return new RuleCheck("R5", CheckResult.PASSED, "The user is on the coverage team.");
    }
    if (entitlement.access().syncList().contains(user)) {
      return new RuleCheck("R5", CheckResult.PASSED, "It is on the user's list in the CRM.");
    }
    return entitlement.listedHere().contains(user)
        ? new RuleCheck("R5", CheckResult.PASSED, "The user put it on the synchronization list.")
        : new RuleCheck(
            "R5",
            CheckResult.STOPPED,
            "The user is not on the coverage team and does not list it.");
  }
}
