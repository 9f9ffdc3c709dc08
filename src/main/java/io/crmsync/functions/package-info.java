/**
 * The functions of the app, and all that only they need: settings, callers, JSON of the HTTP API.
 * Each function parses, calls one use case, and translates. Imports java.*, Azure Functions,
 * Jackson, sync and the domain; the composition root alone sees the adapters.
 */
@NullMarked
package io.crmsync.functions;

import org.jspecify.annotations.NullMarked;
