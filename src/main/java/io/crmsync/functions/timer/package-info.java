/** What is done by the clock. Imports java.*, the use cases and functions.measure. */
@NullMarked
package io.crmsync.functions.timer;

import org.jspecify.annotations.NullMarked;
