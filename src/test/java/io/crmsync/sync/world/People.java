package io.crmsync.sync.world;

import io.crmsync.domain.contact.Access;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.ContactKind;
import io.crmsync.domain.contact.ContactStatus;
import io.crmsync.domain.contact.CrmAddress;
import io.crmsync.domain.contact.CrmContact;
import io.crmsync.domain.contact.UserId;
import io.crmsync.domain.contact.ViewSecurity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** CRM contacts for tests, and copies of them with one thing changed. */
public final class People {
  private People() {}

  /**
   * An active person named {@code first} Sample, with a position, the e-mail {@code
   * <id>@example.com}, a phone and a business address, whom everyone may see.
   *
   * @param team the ids of the users who are to have it
   */
  public static CrmContact person(String id, String first, String... team) {
    return new CrmContact(
        new ContactId(id),
        ContactKind.PERSON,
        ContactStatus.ACTIVE,
        new CrmContact.Name("", first, "", "Sample", ""),
        "Buyer",
        "",
        "",
        id + "@example.com",
        new CrmContact.Phones("+1 555 0100", "", "", ""),
        new CrmAddress(List.of("1 Main Street"), "Springfield", "", "", ""),
        CrmAddress.NONE,
        new Access(users(team), Set.of(), ViewSecurity.EVERYONE));
  }

  /** The ids as what they are. */
  public static Set<UserId> users(String... ids) {
    return Arrays.stream(ids).map(UserId::new).collect(Collectors.toSet());
  }

  /** With this first name, and the rest of the name as it is. */
  public static CrmContact first(CrmContact contact, String first) {
    CrmContact.Name n = contact.name();
    return named(contact, new CrmContact.Name(n.title(), first, n.initials(), n.last(), n.full()));
  }

  /** With this name. */
  public static CrmContact named(CrmContact contact, CrmContact.Name name) {
    return with(contact, draft -> draft.name = name);
  }

  /** With this position. */
  public static CrmContact position(CrmContact contact, String position) {
    return with(contact, draft -> draft.position = position);
  }

  /** With this e-mail address. */
  public static CrmContact email(CrmContact contact, String email) {
    return with(contact, draft -> draft.email = email);
  }

  /** With this city in the business address. */
  public static CrmContact city(CrmContact contact, String city) {
    CrmAddress a = contact.businessAddress();
    CrmAddress moved = new CrmAddress(a.lines(), city, a.state(), a.postalCode(), a.country());
    return with(contact, draft -> draft.businessAddress = moved);
  }

  /** With this status. */
  public static CrmContact status(CrmContact contact, ContactStatus status) {
    return with(contact, draft -> draft.status = status);
  }

  /** Of this kind. */
  public static CrmContact kind(CrmContact contact, ContactKind kind) {
    return with(contact, draft -> draft.kind = kind);
  }

  /** With the users of this team, and no other. */
  public static CrmContact team(CrmContact contact, String... team) {
    Access before = contact.access();
    return access(contact, new Access(users(team), before.syncList(), before.viewSecurity()));
  }

  /** With this view security. */
  public static CrmContact security(CrmContact contact, ViewSecurity security) {
    Access before = contact.access();
    return access(contact, new Access(before.coverageTeam(), before.syncList(), security));
  }

  /** With this team, list and view security. */
  public static CrmContact access(CrmContact contact, Access access) {
    return with(contact, draft -> draft.access = access);
  }

  private static CrmContact with(CrmContact contact, Consumer<Draft> change) {
    Draft draft = new Draft(contact);
    change.accept(draft);
    return new CrmContact(
        contact.id(),
        draft.kind,
        draft.status,
        draft.name,
        draft.position,
        contact.birthDate(),
        contact.website(),
        draft.email,
        contact.phones(),
        draft.businessAddress,
        contact.homeAddress(),
        draft.access);
  }

  /** The parts that tests change, while one is being changed. */
  private static final class Draft {
    private ContactKind kind;
    private ContactStatus status;
    private CrmContact.Name name;
    private String position;
    private String email;
    private CrmAddress businessAddress;
    private Access access;

    private Draft(CrmContact contact) {
      kind = contact.kind();
      status = contact.status();
      name = contact.name();
      position = contact.position();
      email = contact.email();
      businessAddress = contact.businessAddress();
      access = contact.access();
    }
  }
}
