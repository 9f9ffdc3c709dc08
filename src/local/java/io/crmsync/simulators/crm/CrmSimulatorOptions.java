package io.crmsync.simulators.crm;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a simulated CRM starts.
 *
 * @param records the directory with contacts.jsonl, users.jsonl and groups.jsonl; empty: a CRM
 *     without records
 * @param state the directory that keeps the edits over restarts, and once it is filled goes before
 *     {@code records}; empty: none
 * @param port on 127.0.0.1; 0 takes a free one
 * @param longestPage pages are cut to so many records, whatever limit is asked for
 * @param endsWithEmptyPage whether the last record's page does not know that it is the last, so
 *     that an empty last page follows
 * @param access the credentials it demands
 */
public record CrmSimulatorOptions(
    Optional<Path> records,
    Optional<Path> state,
    int port,
    int longestPage,
    boolean endsWithEmptyPage,
    Access access) {

  public CrmSimulatorOptions {
    if (longestPage < 1) {
      throw new IllegalArgumentException("a page has at least one record");
    }
  }

  /** A CRM without records, open to all, on a free port. */
  public static CrmSimulatorOptions empty() {
    return new CrmSimulatorOptions(
        Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE, false, Access.open());
  }

  /** The records of a directory, open to all, on a free port. */
  public static CrmSimulatorOptions of(Path records) {
    return empty().withRecords(records);
  }

  /** The project's sample records, open to all, on a free port. */
  public static CrmSimulatorOptions sample() {
    return of(Path.of("src", "local", "resources", "sample"));
  }

  /** The same with the records of a directory. */
  public CrmSimulatorOptions withRecords(Path directory) {
    return new CrmSimulatorOptions(
        Optional.of(directory), state, port, longestPage, endsWithEmptyPage, access);
  }

  /** The same with edits kept in a directory. */
  public CrmSimulatorOptions withState(Path directory) {
    return new CrmSimulatorOptions(
        records, Optional.of(directory), port, longestPage, endsWithEmptyPage, access);
  }

  /** The same on a port of 127.0.0.1. */
  public CrmSimulatorOptions withPort(int other) {
    return new CrmSimulatorOptions(records, state, other, longestPage, endsWithEmptyPage, access);
  }

  /** The same with pages cut to so many records. */
  public CrmSimulatorOptions withLongestPage(int others) {
    return new CrmSimulatorOptions(records, state, port, others, endsWithEmptyPage, access);
  }

  /** The same with an empty last page. */
  public CrmSimulatorOptions withEmptyLastPage() {
    return new CrmSimulatorOptions(records, state, port, longestPage, true, access);
  }

  /** The same demanding credentials. */
  public CrmSimulatorOptions withAccess(Access other) {
    return new CrmSimulatorOptions(records, state, port, longestPage, endsWithEmptyPage, other);
  }
}
