/**
 * A call over HTTP, whatever it asks for: who calls, for whom, and how it is refused or answered.
 * Imports java.*, the domain and sync.port.
 */
@NullMarked
package io.crmsync.sync.call;

import org.jspecify.annotations.NullMarked;
