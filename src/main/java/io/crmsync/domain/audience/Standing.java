package io.crmsync.domain.audience;

import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;

/** What a contact is to the synchronisation, before anyone's access is looked at. */
public enum Standing {
  ACTIVE,
  /** R3. */
  INACTIVE,
  /** R2: an organisation, household or department. */
  OTHER_KIND,
  /** R13: no longer in the CRM. */
  GONE;

  /** The kind is asked first: an inactive organisation is an organisation. */
  public static Standing of(ContactKind kind, ContactStatus status) {
    if (!kind.synchronises()) {
      return OTHER_KIND;
    }
    return status == ContactStatus.ACTIVE ? ACTIVE : INACTIVE;
  }
}
