/**
 * What to do with one pair: base, current and desired make a plan (R8 to R16). Imports java.* and
 * the other domain packages.
 */
@NullMarked
package io.crmsync.domain.plan;

import org.jspecify.annotations.NullMarked;
