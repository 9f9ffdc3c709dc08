/**
 * What to do with one pair, as data before anything is done (R8 to R16). Imports java.* and the
 * other domain packages but snapshot, mailbox and run.
 */
@NullMarked
package io.crmsync.domain.plan;

import org.jspecify.annotations.NullMarked;
