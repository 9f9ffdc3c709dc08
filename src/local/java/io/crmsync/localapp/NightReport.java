package io.crmsync.localapp;

import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.run.Run;
import java.util.Map;

/**
 * A night and what it left behind.
 *
 * @param title which night
 * @param run as it ended
 * @param watched what was counted on the way
 * @param outcomes how the pairs ended that changed
 * @param crm what the CRM held
 * @param entitled what the rules want of it
 * @param copies how many marked contacts there are in all mailboxes
 * @param check what they should be against what they are
 */
record NightReport(
    String title,
    Run run,
    Night.Watched watched,
    Map<Outcome, Integer> outcomes,
    CrmNow crm,
    Entitled entitled,
    int copies,
    Convergence check) {

  NightReport {
    outcomes = Map.copyOf(outcomes);
  }

  /** Whether every mailbox holds what it should, and nothing was left behind. */
  boolean converged() {
    return check.wrong().isEmpty();
  }

  int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }
}
