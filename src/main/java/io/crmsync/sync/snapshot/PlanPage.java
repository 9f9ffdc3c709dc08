package io.crmsync.sync.snapshot;

import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.UserId;
import java.util.List;
import java.util.Set;

/** Plans what a page of the CRM's contacts comes to. Only reads, whoever asks. */
public final class PlanPage {
  private final CompareContacts compare;
  private final OpenPairs open;
  private final DueReview review;

  PlanPage(CompareContacts compare, OpenPairs open, DueReview review) {
    this.compare = compare;
    this.open = open;
    this.review = review;
  }

  /**
   * Compares a page with what is stored of its range.
   *
   * @param again whether unchanged contacts count as new (a full run)
   * @param toPark whose mailboxes count as parked although they are not yet
   */
  public List<RecordedContact> compared(
      ReadPage page, StoredRange stored, Directory directory, boolean again, Set<UserId> toPark) {
    return open.in(compare.page(page, stored, directory, again), toPark);
  }

  /** Compares some contacts of a page once more, each with what is stored of it now. */
  List<RecordedContact> comparedAnew(
      ReadPage page, Set<ContactId> ids, Directory directory, boolean again) {
    return open.in(compare.anew(page, ids, directory, again), Set.of());
  }

  /**
   * Plans. A night asks for it when the contacts' rows are written: whoever read one before that,
   * and works on a pair, is seen by the review, or finds the new row.
   *
   * @param run whose page they are on; empty: none
   */
  public PagePlan plan(List<RecordedContact> compared, String run) {
    List<RecordedContact> believed = compared.stream().filter(each -> !each.outdated()).toList();
    return new PagePlan(believed, review.of(believed, run));
  }
}
