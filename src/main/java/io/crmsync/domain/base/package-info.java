/**
 * What of the CRM was last written to a copy, kept as hashes: enough to see which fields changed
 * since (R10, docs/adr/0002). Imports java.*, domain.contact and domain.outlook.
 */
@NullMarked
package io.crmsync.domain.base;

import org.jspecify.annotations.NullMarked;
