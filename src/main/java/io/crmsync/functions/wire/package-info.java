/** Headers and JSON as they come. Imports java.* and Jackson. */
@NullMarked
package io.crmsync.functions.wire;

import org.jspecify.annotations.NullMarked;
