/**
 * Mailboxes by Microsoft Graph v1.0: contacts and contact folders of one user each. Imports the
 * domain, sync.port, Graph's client with the HTTP client below it, azure-core's credentials, and
 * Jackson to read error bodies.
 */
@NullMarked
package io.crmsync.adapters.graph;

import org.jspecify.annotations.NullMarked;
