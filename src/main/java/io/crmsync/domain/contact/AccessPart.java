package io.crmsync.domain.contact;

/**
 * What a record of the CRM says about who is to have the contact, whatever its fields say: it can
 * be obeyed where the fields cannot be read (R6).
 */
public record AccessPart(ContactKind kind, ContactStatus status, Access access) {}
