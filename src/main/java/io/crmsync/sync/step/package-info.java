/**
 * How a run, or a change notice, goes from step to step: one message does one step, ends with a
 * checkpoint and sends the next (docs/adr/0001, 0021). Imports the domain and the ports.
 */
@NullMarked
package io.crmsync.sync.step;

import org.jspecify.annotations.NullMarked;
