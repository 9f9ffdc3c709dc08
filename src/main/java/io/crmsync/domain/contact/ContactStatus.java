package io.crmsync.domain.contact;

/** Whether the CRM still works with the contact (R3). */
public enum ContactStatus {
  ACTIVE,
  INACTIVE
}
