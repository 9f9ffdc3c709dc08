package io.crmsync.simulators.graph;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which requests a fault strikes. Empty texts and sets mean any.
 *
 * @param method an HTTP method
 * @param path a regular expression found in the encoded path
 * @param mailbox a principal name or object id, ignoring case
 * @param kinds kinds of requests
 * @param skip how many matching requests pass first
 * @param times how many are struck then; {@link Integer#MAX_VALUE} for all
 * @param effect what happens to them
 */
public record FaultRule(
    String method,
    Pattern path,
    String mailbox,
    Set<RequestKind> kinds,
    int skip,
    int times,
    FaultEffect effect) {
  private static final Pattern ANY = Pattern.compile("");

  /** Copies the kinds. */
  public FaultRule {
    kinds = Set.copyOf(kinds);
  }

  /** Strikes the next request, whatever it is. */
  public static FaultRule next(FaultEffect effect) {
    return new FaultRule("", ANY, "", Set.of(), 0, 1, effect);
  }

  /** Strikes the next request of any of these kinds. */
  public static FaultRule next(FaultEffect effect, RequestKind... kinds) {
    return new FaultRule("", ANY, "", Set.of(kinds), 0, 1, effect);
  }

  /** The same for this user only. */
  public FaultRule in(String user) {
    return new FaultRule(method, path, user, kinds, skip, times, effect);
  }

  /** The same for paths in which this regular expression is found. */
  public FaultRule onPath(String regex) {
    return new FaultRule(method, Pattern.compile(regex), mailbox, kinds, skip, times, effect);
  }

  /** The same for this HTTP method. */
  public FaultRule onMethod(String newMethod) {
    return new FaultRule(newMethod, path, mailbox, kinds, skip, times, effect);
  }

  /** The same, letting so many pass first. */
  public FaultRule after(int passing) {
    return new FaultRule(method, path, mailbox, kinds, passing, times, effect);
  }

  /** The same, striking so many. */
  public FaultRule times(int count) {
    return new FaultRule(method, path, mailbox, kinds, skip, count, effect);
  }

  /** The same, striking all until the fault is removed. */
  public FaultRule always() {
    return times(Integer.MAX_VALUE);
  }

  boolean matches(Call call, RequestKind kind, Mailbox target) {
    return (method.isEmpty() || method.equals(call.method()))
        && path.matcher(call.rawPath()).find()
        && (kinds.isEmpty() || kinds.contains(kind))
        && (mailbox.isEmpty()
            || mailbox.equalsIgnoreCase(target.userPrincipalName())
            || mailbox.equalsIgnoreCase(target.objectId()));
  }
}
