package io.crmsync.domain.contact;

/**
 * A contact as the CRM feed gives it, checked against the feed's schema but not yet normalised or
 * mapped. Empty strings where the CRM has nothing.
 *
 * @param birthDate ISO date, or empty
 */
public record CrmContact(
    ContactId id,
    ContactKind kind,
    ContactStatus status,
    Name name,
    String position,
    String birthDate,
    String website,
    String email,
    Phones phones,
    CrmAddress businessAddress,
    CrmAddress homeAddress,
    Access access) {

  /**
   * The parts of a name.
   *
   * @param full as the CRM calculates it; empty: the mapping puts it together
   */
  public record Name(String title, String first, String initials, String last, String full) {
    public static final Name NONE = new Name("", "", "", "", "");

    /** Says nothing: a name is personal (R20). */
    @Override
    public String toString() {
      return "Name[hidden]";
    }
  }

  /** The numbers, as typed into the CRM. */
  public record Phones(String business, String home, String mobile, String fax) {
    public static final Phones NONE = new Phones("", "", "", "");

    /** Says nothing: numbers are personal (R20). */
    @Override
    public String toString() {
      return "Phones[hidden]";
    }
  }

  /** Ids only: the rest is personal (R20). */
  @Override
  public String toString() {
    return "CrmContact[" + id + " " + kind + " " + status + "]";
  }
}
