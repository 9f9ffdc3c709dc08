package io.crmsync.adapters.storage;

import io.crmsync.domain.audience.ContactState;
import io.crmsync.domain.contact.ViewSecurity;
import io.crmsync.domain.pair.Link;
import io.crmsync.domain.pair.Outcome;
import io.crmsync.domain.plan.Effect;
import io.crmsync.domain.plan.Forecast;
import io.crmsync.domain.removal.OpenRemoval;
import io.crmsync.domain.removal.Removal;
import io.crmsync.domain.run.ChangeNotice;
import io.crmsync.domain.run.Run;
import io.crmsync.sync.port.PairMessage;
import io.crmsync.sync.port.SyncRequest;

/** The words in rows and messages. To change one is to change the schema. */
final class StoredCodes {
  static final Codes<ContactState> STANDING = new Codes<>(ContactState.class, StoredCodes::of);
  static final Codes<ViewSecurity.Scope> SCOPE =
      new Codes<>(ViewSecurity.Scope.class, StoredCodes::of);
  static final Codes<Link.Origin> ORIGIN = new Codes<>(Link.Origin.class, StoredCodes::of);
  static final Codes<Removal> REMOVAL = new Codes<>(Removal.class, StoredCodes::of);
  static final Codes<OpenRemoval.State> REMOVAL_STATE =
      new Codes<>(OpenRemoval.State.class, StoredCodes::of);
  static final Codes<PairMessage.Check> CHECK =
      new Codes<>(PairMessage.Check.class, StoredCodes::of);
  static final Codes<Run.Phase> PHASE = new Codes<>(Run.Phase.class, StoredCodes::of);
  static final Codes<Run.Mode> MODE = new Codes<>(Run.Mode.class, Run.Mode::code);
  static final Codes<Run.Status> STATUS = new Codes<>(Run.Status.class, Run.Status::code);
  static final Codes<Outcome> OUTCOME = new Codes<>(Outcome.class, Outcome::code);
  static final Codes<SyncRequest.Kind> KIND =
      new Codes<>(SyncRequest.Kind.class, SyncRequest.Kind::code);

  static final Codes<ChangeNotice.Phase> NOTICE_PHASE =
      new Codes<>(ChangeNotice.Phase.class, StoredCodes::of);

  static final Codes<Forecast.Question> QUESTION =
      new Codes<>(Forecast.Question.class, Forecast.Question::code);
  static final Codes<Effect> REPORTED = new Codes<>(Effect.class, Effect::code);

  private StoredCodes() {}

  private static String of(ContactState contactState) {
    return switch (contactState) {
      case ACTIVE -> "active";
      case INACTIVE -> "inactive";
      case OTHER_KIND -> "otherKind";
      case GONE -> "gone";
      case MISSING -> "missing";
    };
  }

  private static String of(ViewSecurity.Scope scope) {
    return switch (scope) {
      case PUBLIC -> "public";
      case PRIVATE -> "private";
      case GROUP -> "group";
    };
  }

  private static String of(Link.Origin origin) {
    return switch (origin) {
      case CREATED -> "created";
      case ADOPTED -> "adopted";
      case FOUND -> "found";
    };
  }

  private static String of(Removal removal) {
    return switch (removal) {
      case SOFT -> "soft";
      case PERMANENT -> "permanent";
    };
  }

  private static String of(OpenRemoval.State state) {
    return switch (state) {
      case OPEN -> "open";
      case HELD -> "held";
      case RELEASED -> "released";
      case DISCARDED -> "discarded";
    };
  }

  private static String of(PairMessage.Check check) {
    return switch (check) {
      case PAIR -> "pair";
      case SECOND_COPY -> "secondCopy";
      case MAILBOX -> "mailbox";
      case FOLDERS -> "folders";
    };
  }

  private static String of(Run.Phase phase) {
    return switch (phase) {
      case DIRECTORY -> "directory";
      case GATHER -> "gather";
      case PAGES -> "pages";
      case MAILBOXES -> "mailboxes";
      case GUARD -> "guard";
      case RELEASE -> "release";
      case DECIDED -> "decided";
      case DONE -> "done";
    };
  }

  private static String of(ChangeNotice.Phase phase) {
    return switch (phase) {
      case DIRECTORY -> "directory";
      case CONTACTS -> "contacts";
      case MISSING -> "missing";
      case REMOVALS -> "removals";
      case DONE -> "done";
    };
  }
}
