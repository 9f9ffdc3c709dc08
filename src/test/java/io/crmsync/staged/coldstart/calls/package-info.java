/** What is called in the measured process; loaded together with the app. */
@NullMarked
package io.crmsync.staged.coldstart.calls;

import org.jspecify.annotations.NullMarked;
