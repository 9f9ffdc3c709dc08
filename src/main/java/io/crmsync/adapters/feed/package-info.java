/**
 * The CRM feed of docs/api/crm-feed.openapi.yaml over HTTP, read-only (R1). Imports java.*,
 * sync.port, the domain, adapters.source, OkHttp and Jackson, and of azure-core what asks for
 * tokens.
 */
@NullMarked
package io.crmsync.adapters.feed;

import org.jspecify.annotations.NullMarked;
