/**
 * What is asked over HTTP: who may ask, what is read of a request, which use case is called, what
 * is answered. Imports java.*, the use cases and the domain, and of functions: measure, settings,
 * signin, web, wire.
 */
@NullMarked
package io.crmsync.functions.http;

import org.jspecify.annotations.NullMarked;
