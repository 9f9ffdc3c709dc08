/**
 * Copies that are to leave: how (R16), what is open of each, and when removals must wait (R18).
 * Imports java.*, domain.contact, domain.reason and domain.audience.
 */
@NullMarked
package io.crmsync.domain.removal;

import org.jspecify.annotations.NullMarked;
