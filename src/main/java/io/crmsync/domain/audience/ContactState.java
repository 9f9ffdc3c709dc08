package io.crmsync.domain.audience;

import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;

/** What a contact is to the synchronisation, before anyone's access is looked at. */
public enum ContactState {
  ACTIVE,
  /** R3. */
  INACTIVE,
  /** R2: an organisation, household or department. */
  OTHER_KIND,
  /** R13: no longer in the CRM. */
  GONE,
  /** On no page of the CRM's, and not asked for by its id yet: taken for gone, and held (R23). */
  MISSING;

  /** Whether it is taken to be in the CRM no more. */
  public boolean departed() {
    return this == GONE || this == MISSING;
  }

  /** The kind is asked first: an inactive organisation is an organisation. */
  public static ContactState of(ContactKind kind, ContactStatus status) {
    if (!kind.synchronises()) {
      return OTHER_KIND;
    }
    return status == ContactStatus.ACTIVE ? ACTIVE : INACTIVE;
  }
}
