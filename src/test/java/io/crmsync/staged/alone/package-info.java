/**
 * Runs beside the staged jar in a plain JVM and uses what the app uses of the SDKs. Imports nothing
 * of the tests: there, nothing else is.
 */
@NullMarked
package io.crmsync.staged.alone;

import org.jspecify.annotations.NullMarked;
