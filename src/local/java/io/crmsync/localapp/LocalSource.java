package io.crmsync.localapp;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What stands for the CRM in a local run. */
interface LocalSource {
  /** All that it holds at the moment, read as the functions read it. */
  CrmNow now();

  /** The application settings by which the functions find it. */
  Map<String, String> settings();

  /** What it is, in a line or more, for a person. */
  List<String> lines();

  /** How many records were asked of it so far; empty: nobody counts. */
  OptionalLong recordsRead();

  /** Where the simulated CRM listens; its admin endpoints are under /_sim. Empty: there is none. */
  Optional<URI> simulator();
}
