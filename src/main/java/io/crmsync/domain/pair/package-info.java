/**
 * One contact and one user: what is wanted, what was done, which copy is theirs and who works on
 * it. Imports java.* and domain.contact, reason, base, outlook, patch and removal.
 */
@NullMarked
package io.crmsync.domain.pair;

import org.jspecify.annotations.NullMarked;
