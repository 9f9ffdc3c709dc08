package io.crmsync.sync;

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
import java.util.stream.Collectors;

/** CRM contacts for tests, and small changes of them. */
final class People {
  private People() {}

  /** A person with a name, an e-mail, a phone and an address, covered by these users. */
  static CrmContact person(String id, String first, String... team) {
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

  static Set<UserId> users(String... ids) {
    return Arrays.stream(ids).map(UserId::new).collect(Collectors.toSet());
  }

  static CrmContact first(CrmContact c, String first) {
    CrmContact.Name n = c.name();
    return named(c, new CrmContact.Name(n.title(), first, n.initials(), n.last(), n.full()));
  }

  static CrmContact named(CrmContact c, CrmContact.Name name) {
    return new CrmContact(
        c.id(),
        c.kind(),
        c.status(),
        name,
        c.position(),
        c.birthDate(),
        c.website(),
        c.email(),
        c.phones(),
        c.businessAddress(),
        c.homeAddress(),
        c.access());
  }

  static CrmContact position(CrmContact c, String position) {
    return new CrmContact(
        c.id(),
        c.kind(),
        c.status(),
        c.name(),
        position,
        c.birthDate(),
        c.website(),
        c.email(),
        c.phones(),
        c.businessAddress(),
        c.homeAddress(),
        c.access());
  }

  static CrmContact email(CrmContact c, String email) {
    return new CrmContact(
        c.id(),
        c.kind(),
        c.status(),
        c.name(),
        c.position(),
        c.birthDate(),
        c.website(),
        email,
        c.phones(),
        c.businessAddress(),
        c.homeAddress(),
        c.access());
  }

  static CrmContact city(CrmContact c, String city) {
    CrmAddress a = c.businessAddress();
    return new CrmContact(
        c.id(),
        c.kind(),
        c.status(),
        c.name(),
        c.position(),
        c.birthDate(),
        c.website(),
        c.email(),
        c.phones(),
        new CrmAddress(a.lines(), city, a.state(), a.postalCode(), a.country()),
        c.homeAddress(),
        c.access());
  }

  static CrmContact status(CrmContact c, ContactStatus status) {
    return of(c, c.kind(), status);
  }

  static CrmContact kind(CrmContact c, ContactKind kind) {
    return of(c, kind, c.status());
  }

  private static CrmContact of(CrmContact c, ContactKind kind, ContactStatus status) {
    return new CrmContact(
        c.id(),
        kind,
        status,
        c.name(),
        c.position(),
        c.birthDate(),
        c.website(),
        c.email(),
        c.phones(),
        c.businessAddress(),
        c.homeAddress(),
        c.access());
  }

  static CrmContact team(CrmContact c, String... team) {
    return access(c, new Access(users(team), c.access().syncList(), c.access().viewSecurity()));
  }

  static CrmContact security(CrmContact c, ViewSecurity security) {
    return access(c, new Access(c.access().coverageTeam(), c.access().syncList(), security));
  }

  static CrmContact access(CrmContact c, Access access) {
    return new CrmContact(
        c.id(),
        c.kind(),
        c.status(),
        c.name(),
        c.position(),
        c.birthDate(),
        c.website(),
        c.email(),
        c.phones(),
        c.businessAddress(),
        c.homeAddress(),
        access);
  }
}
