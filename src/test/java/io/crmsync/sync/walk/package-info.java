/**
 * Random walks: whatever can happen, in any order, for as long as one likes. {@link
 * io.crmsync.sync.walk.RandomWalkTest} compares every mailbox with a plain model of the rules,
 * {@link io.crmsync.sync.walk.DryRunWalkTest} what a run does with what a dry run reported just
 * before it. Both print their seed, and how to repeat a walk that failed.
 */
@NullMarked
package io.crmsync.sync.walk;

import org.jspecify.annotations.NullMarked;
