/**
 * Two instances at one pair, in every order in which they can take turns: {@link
 * io.crmsync.sync.interleaving.TwoWorkersTest} tells the stories, {@link
 * io.crmsync.sync.interleaving.Interleavings} goes through the orders of each and looks at every
 * end. Orders that lead to one state, by {@link io.crmsync.sync.interleaving.DeepText}, are gone on
 * from once.
 */
@NullMarked
package io.crmsync.sync.interleaving;

import org.jspecify.annotations.NullMarked;
