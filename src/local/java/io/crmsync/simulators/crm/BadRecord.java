package io.crmsync.simulators.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A record that breaks the feed's schema (R6): it is to be left as it was, and counted. */
public enum BadRecord {
  UNKNOWN_KIND,
  UNKNOWN_STATUS,
  UNKNOWN_SCOPE,
  /**
   * A number where the contact's first name, a word where a user's {@code active} or a group's
   * members belong.
   */
  WRONG_TYPE,
  ID_MISSING,
  ID_ILLEGAL,
  NULL_RECORD;

  /**
   * One more record, bad, after the first of the page; in place of the record where a single one is
   * asked for.
   */
  public Fault injected() {
    return new BadRecordFault(this, Optional.empty());
  }

  /** This record turned bad; waits for the page that has it. */
  public Fault insteadOf(String id) {
    return new BadRecordFault(this, Optional.of(id));
  }

  boolean suits(Operation operation) {
    return switch (this) {
      case UNKNOWN_KIND, UNKNOWN_STATUS, UNKNOWN_SCOPE ->
          operation == Operation.LIST_CONTACTS || operation == Operation.GET_CONTACT;
      case WRONG_TYPE, ID_MISSING, ID_ILLEGAL, NULL_RECORD -> true;
    };
  }

  String spoilt(String json, Operation operation) {
    ObjectNode record = Json.object(json);
    switch (this) {
      case UNKNOWN_KIND -> record.put("kind", "Robot");
      case UNKNOWN_STATUS -> record.put("status", "dormant");
      case UNKNOWN_SCOPE -> record.putObject("viewSecurity").put("scope", "secret");
      case WRONG_TYPE -> wrongType(record, operation);
      case ID_MISSING -> record.remove("id");
      case ID_ILLEGAL -> record.put("id", record.path("id").asText() + "/?");
      case NULL_RECORD -> {
        return "null";
      }
    }
    return record.toString();
  }

  private static void wrongType(ObjectNode record, Operation operation) {
    switch (operation) {
      case LIST_CONTACTS, GET_CONTACT -> record.put("firstName", 42);
      case LIST_USERS -> record.put("active", "yes");
      case LIST_GROUPS -> record.put("members", "all");
    }
  }
}
