/**
 * What a page of the CRM feed changes in the stored snapshot (R17). Imports java.* and
 * domain.contact, reason, audience, mapping, eligibility and base.
 */
@NullMarked
package io.crmsync.domain.snapshot;

import org.jspecify.annotations.NullMarked;
