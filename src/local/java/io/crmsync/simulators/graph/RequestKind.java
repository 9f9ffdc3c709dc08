package io.crmsync.simulators.graph;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a request is, for counting and for faults. */
public enum RequestKind {
  /** GET of contact folders or child folders. */
  LIST_FOLDERS("listFolders"),
  /** GET of one folder. */
  GET_FOLDER("getFolder"),
  /** POST of a folder. */
  CREATE_FOLDER("createFolder"),
  /** GET of a folder's contacts without a filter. */
  LIST_CONTACTS("listContacts"),
  /** GET of a folder's contacts with a filter. */
  FIND_CONTACTS("findContacts"),
  /** GET of one contact. */
  GET_CONTACT("getContact"),
  /** POST of a contact. */
  CREATE_CONTACT("createContact"),
  /** PATCH of a contact. */
  UPDATE_CONTACT("updateContact"),
  /** DELETE of a contact. */
  DELETE_CONTACT("deleteContact"),
  /** POST of permanentDelete. */
  PERMANENT_DELETE("permanentDelete"),
  /** All the rest. */
  OTHER("other");

  private final String label;

  RequestKind(String label) {
    this.label = label;
  }

  /** The name used in JSON, such as {@code listFolders}. */
  @JsonValue
  public String label() {
    return label;
  }

  boolean creates() {
    return this == CREATE_CONTACT || this == CREATE_FOLDER;
  }

  static RequestKind labelled(String label) {
    for (RequestKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    throw GraphError.invalidRequest("BadRequest", "no request kind " + label);
  }
}
