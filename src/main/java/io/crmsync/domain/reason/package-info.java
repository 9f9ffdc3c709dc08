/**
 * Every word for why something is as it is. Imports java.* alone, so that all who need a reason can
 * name one.
 */
@NullMarked
package io.crmsync.domain.reason;

import org.jspecify.annotations.NullMarked;
