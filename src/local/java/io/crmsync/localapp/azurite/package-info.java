/**
 * Starts and stops Azurite, the storage emulator, for tests and the local run. Imports only {@code
 * java.*} (and JUnit where a test class says so).
 */
@NullMarked
package io.crmsync.localapp.azurite;

import org.jspecify.annotations.NullMarked;
