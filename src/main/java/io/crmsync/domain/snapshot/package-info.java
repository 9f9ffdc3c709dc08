/**
 * What a page of the CRM feed changes in the stored snapshot, and when removals must wait (R17,
 * R18). Imports java.* and the other domain packages.
 */
@NullMarked
package io.crmsync.domain.snapshot;

import org.jspecify.annotations.NullMarked;
