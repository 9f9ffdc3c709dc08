package io.crmsync.sync.call;

import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks over HTTP: a person who is signed in, or an application that acts by itself. Of the
 * right tenant, and no guest; whether it is a user of the CRM depends on the directory.
 *
 * @param objectId Entra's id of the person or the application; empty: not told
 * @param loginName of a person, as far as it was told; empty of an application
 */
public record Caller(
    Kind kind, Optional<String> objectId, Optional<String> loginName, Set<Role> roles) {

  /** What asks. */
  public enum Kind {
    /** Delegated token or browser session: acts for herself only. */
    USER,
    APPLICATION
  }

  /** App roles. */
  public enum Role {
    ON_BEHALF("Sync.OnBehalf"),
    ADMIN("Sync.Admin");
    private final String value;

    Role(String value) {
      this.value = value;
    }

    /** As the token spells it. */
    public String value() {
      return value;
    }
  }

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean admin() {
    return roles.contains(Role.ADMIN);
  }

  /** Whether it may act for any user: applications only, whatever a person's roles say. */
  public boolean onBehalf() {
    return kind == Kind.APPLICATION && roles.contains(Role.ON_BEHALF);
  }

  /**
   * The one active CRM user whose mailbox is the caller's.
   *
   * @return empty: an application, nobody, or several, so that it is not known who
   */
  public Optional<CrmUser> userIn(Directory directory) {
    if (kind == Kind.APPLICATION) {
      return Optional.empty();
    }
    List<CrmUser> matches =
        directory.users().values().stream()
            .filter(CrmUser::active)
            .filter(user -> user.mailbox().filter(this::owns).isPresent())
            .toList();
    return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
  }

  /**
   * The name under which its requests are kept.
   *
   * @return {@code user:<CRM id>} or {@code app:<object id>}; empty: a person who is no CRM user
   */
  public Optional<String> nameIn(Directory directory) {
    return switch (kind) {
      case USER -> userIn(directory).map(user -> "user:" + user.id());
      case APPLICATION -> Optional.of(applicationName());
    };
  }

  /**
   * The name under which a run keeps what it did: an admin need be no user of the CRM.
   *
   * @return {@code person:<object id>} or {@code app:<object id>}
   */
  public String recordedName() {
    String who = objectId.orElse("");
    return switch (kind) {
      case USER -> "person:" + who;
      case APPLICATION -> "app:" + who;
    };
  }

  /** The name under which an application's requests are kept, which needs no directory. */
  public String applicationName() {
    return "app:" + objectId.orElse("");
  }

  /** A GUID is an object id and nothing else; anything else is a login name and nothing else. */
  private boolean owns(MailboxAddress mailbox) {
    Optional<String> mine = mailbox.isObjectId() ? objectId : loginName;
    return mine.filter(name -> !name.isBlank())
        .map(MailboxAddress::new)
        .filter(mailbox::sameAs)
        .isPresent();
  }

  /** Ids and roles: the login name is personal (R20). */
  @Override
  public String toString() {
    return "Caller[" + kind + " " + objectId.orElse("-") + " " + roles + "]";
  }
}
