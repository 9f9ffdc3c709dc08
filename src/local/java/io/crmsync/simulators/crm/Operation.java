package io.crmsync.simulators.crm;

import java.util.Arrays;

/** The feed's operations, by the operationId of the OpenAPI document. */
public enum Operation {
  LIST_CONTACTS("listContacts"),
  GET_CONTACT("getContact"),
  LIST_USERS("listUsers"),
  LIST_GROUPS("listGroups");

  private final String operationId;

  Operation(String operationId) {
    this.operationId = operationId;
  }

  /** The name that the OpenAPI document and the admin endpoints use. */
  public String operationId() {
    return operationId;
  }

  /** Whether it answers with a page of records, not with one record. */
  public boolean isPaged() {
    return this != GET_CONTACT;
  }

  /**
   * Finds an operation by its operationId.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Operation of(String operationId) {
    return Arrays.stream(values())
        .filter(operation -> operation.operationId.equals(operationId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation " + operationId));
  }
}
