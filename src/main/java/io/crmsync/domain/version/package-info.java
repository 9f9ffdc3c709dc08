/**
 * Which state of a stored row a decision was made on: every write names it (docs/adr/0006). Imports
 * java.* only.
 */
@NullMarked
package io.crmsync.domain.version;

import org.jspecify.annotations.NullMarked;
