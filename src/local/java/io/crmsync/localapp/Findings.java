package io.crmsync.localapp;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was found, each kind with the ids concerned. */
final class Findings {
  private static final int SHOWN = 12;
  private final Map<String, Set<String>> found = new TreeMap<>();

  void add(String what, Object id) {
    found.computeIfAbsent(what, absent -> new TreeSet<>()).add(id.toString());
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Lines for people: what, how many, and the first ids. */
  Collection<String> lines() {
    return found.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static String line(String what, Set<String> ids) {
    String first = String.join(", ", ids.stream().limit(SHOWN).toList());
    String more = ids.size() > SHOWN ? ", …" : "";
    return Text.number(ids.size()) + " " + what + ": " + first + more;
  }
}
