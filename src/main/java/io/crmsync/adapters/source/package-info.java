/**
 * What adapters of CRMs read in the same way: HTTP with its sign-in and limits, and records, which
 * are checked here, so that nothing behind sees JSON. Imports java.*, sync.port, the domain,
 * adapters.http, OkHttp and Jackson, and of azure-core what asks for tokens.
 */
@NullMarked
package io.crmsync.adapters.source;

import org.jspecify.annotations.NullMarked;
