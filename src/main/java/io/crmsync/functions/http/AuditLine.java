package io.crmsync.functions.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.functions.signin.SignIn;
import io.crmsync.functions.wire.Json;
import io.crmsync.sync.call.Caller;
import io.crmsync.sync.call.ViewerAccess;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the audit log: {@code audit
 * {"operation":"SyncSelected","caller":"…","callerKind":"person",
 * "user":"u-17","id":"…","outcome":202}}. Ids only (R20). What was sent is told if it has the form
 * of an id, and else only that it has not: so nobody can forge a line, or have a name or an address
 * written into one.
 */
public final class AuditLine {
  /** What every line begins with, and nothing else does. */
  public static final String MARK = "audit ";

  private static final String NO_ID = "(no id)";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");
  private static final Pattern OBJECT_ID =
      Pattern.compile("(?i)[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

  private AuditLine() {}

  /** The line, or none: whoever looks at what is her own is not written down. */
  static Optional<String> of(OperationCall asked, SignIn.Result signedIn, Answer answer) {
    boolean refused = answer.status() == 401 || answer.status() == 403;
    return refused || audited(asked, signedIn.caller())
        ? Optional.of(line(asked, signedIn, answer, refused))
        : Optional.empty();
  }

  private static boolean audited(OperationCall asked, Optional<Caller> caller) {
    return switch (asked.operation().audited()) {
      case ALWAYS -> true;
      case FOR_OTHERS -> caller.filter(who -> forAnother(who, asked.facts())).isPresent();
      case REFUSED -> false;
    };
  }

  /** A person without a role is given nobody's but her own. */
  private static boolean forAnother(Caller caller, AuditFacts asked) {
    boolean everyone = caller.kind() == Caller.Kind.APPLICATION || caller.admin();
    return everyone && !asked.user().equals(Optional.of(ViewerAccess.ME));
  }

  private static String line(
      OperationCall asked, SignIn.Result by, Answer answer, boolean refused) {
    AuditFacts facts = answer.facts().or(asked.facts());
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("operation", asked.operation().functionName());
    by.objectId().ifPresent(oid -> json.put("caller", checked(OBJECT_ID, oid)));
    by.caller().ifPresent(caller -> json.put("callerKind", kind(caller)));
    facts.user().ifPresent(user -> json.put("user", checked(ID, user)));
    facts.id().ifPresent(id -> json.put("id", checked(ID, id)));
    facts.mode().ifPresent(mode -> json.put("mode", checked(ID, mode)));
    json.put("outcome", answer.status());
    if (refused) {
      json.put("reason", answer.body().path("detail").asText());
    }
    return MARK + Json.text(json);
  }

  private static String kind(Caller caller) {
    return caller.kind() == Caller.Kind.USER
        ? "person"
        : caller.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String checked(Pattern form, String sent) {
    return form.matcher(sent).matches() ? sent : NO_ID;
  }
}
