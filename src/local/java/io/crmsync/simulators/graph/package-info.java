/**
 * A stand-in for the contacts part of Microsoft Graph v1.0, for tests and for local runs: as strict
 * and as odd as the service itself, with faults on request and an admin interface to play the
 * mailbox's owner. Imports the JDK, Jackson and picocli only; it knows nothing of the program it is
 * used to test.
 */
@NullMarked
package io.crmsync.simulators.graph;

import org.jspecify.annotations.NullMarked;
