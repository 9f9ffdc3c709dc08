package io.crmsync.simulators.graph;

/**
 * A way in which the simulated service differs from its default; each is something that the real
 * one does or may do.
 */
public enum Quirk {
  /** Requests without an Authorization header get 401. */
  TOKEN_REQUIRED,
  /**
   * A user that nobody added is 404 ErrorInvalidUser; otherwise a mailbox is made at its first
   * request.
   */
  UNKNOWN_USERS_REFUSED,
  /**
   * A second folder of one name is status 400 instead of 409; the code is ErrorFolderExists in
   * both.
   */
  FOLDER_EXISTS_IS_400,
  /** A filter that joins conditions with {@code or} is 400 ErrorInvalidRestriction. */
  OR_FILTER_REFUSED,
  /** Contacts in Deleted Items are 404; otherwise they answer by their immutable id. */
  BINNED_CONTACTS_GONE,
  /** Folders in Deleted Items are 404; otherwise they answer by their id. */
  BINNED_FOLDERS_GONE,
  /** DELETE of what is in Deleted Items is 404 and does nothing; otherwise it purges. */
  DELETE_OF_BINNED_IS_404,
  /** A national cloud: permanentDelete is 404. */
  PERMANENT_DELETE_IS_404,
  /** A national cloud: permanentDelete is 400. */
  PERMANENT_DELETE_IS_400,
  /** Retry-After comes as a fraction of seconds, such as 1.5. */
  RETRY_AFTER_FRACTIONAL,
  /** 429 comes without Retry-After. */
  RETRY_AFTER_ABSENT,
  /** An extended property set to an empty text is removed; otherwise the empty text is stored. */
  EMPTY_EXTENDED_VALUE_REMOVES,
  /** An extended property set to an empty text is 400. */
  EMPTY_EXTENDED_VALUE_REFUSED,
  /**
   * PATCH leaves the parts of an address that it does not name; otherwise it replaces addresses
   * whole.
   */
  ADDRESS_PATCH_MERGES,
  /**
   * E-mail addresses are not what was sent: one whose local part is not ASCII, or that ends with a
   * comma, reads back empty; one of a colleague's, in the domain colleagues.example, reads back as
   * her name in Exchange, {@code /o=ExchangeLabs/…}, with the directory's name.
   */
  EMAIL_ADDRESSES_REWRITTEN,
  /** A contact is not made without a first name: 400 ErrorInvalidProperty. */
  FIRST_NAME_REQUIRED
}
