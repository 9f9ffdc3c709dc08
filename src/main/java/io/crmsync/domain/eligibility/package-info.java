/**
 * Which contacts can be synchronised at all (R2 to R4): ordered named rules, the first rejection
 * wins. Imports java.*, domain.contact, domain.reason and domain.audience.
 */
@NullMarked
package io.crmsync.domain.eligibility;

import org.jspecify.annotations.NullMarked;
