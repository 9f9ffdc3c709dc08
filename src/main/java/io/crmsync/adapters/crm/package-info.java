/**
 * The CRM feed over HTTP, read-only (R1): what the CRM sends is checked here against the feed's
 * contract (docs/api/crm-feed.openapi.yaml), so that nothing behind it sees JSON. Imports java.*,
 * sync.port, the domain, OkHttp, Jackson, and of azure-core what asks for tokens.
 */
@NullMarked
package io.crmsync.adapters.crm;

import org.jspecify.annotations.NullMarked;
