/**
 * How far a run, or a change notice, has come, and what it counted. Imports java.* and
 * domain.contact.
 */
@NullMarked
package io.crmsync.domain.run;

import org.jspecify.annotations.NullMarked;
