/** Waiting for what other processes do, and for how long at most. Imports only {@code java.*}. */
@NullMarked
package io.crmsync.localapp.waiting;

import org.jspecify.annotations.NullMarked;
