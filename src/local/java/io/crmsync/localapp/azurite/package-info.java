/**
 * Starts and stops Azurite, the storage emulator, for tests and the local run. Imports only {@code
 * java.*}, our waiting and our files.
 */
@NullMarked
package io.crmsync.localapp.azurite;

import org.jspecify.annotations.NullMarked;
