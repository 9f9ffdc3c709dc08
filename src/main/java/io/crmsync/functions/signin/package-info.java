/**
 * Who a caller is, by what the platform's sign-in put into the request. Imports java.*, sync.call,
 * and of functions: settings, wire.
 */
@NullMarked
package io.crmsync.functions.signin;

import org.jspecify.annotations.NullMarked;
