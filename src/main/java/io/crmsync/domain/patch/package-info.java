/**
 * What is sent to a copy, from base, current and desired (R10 to R12), and what is known of
 * requests that nobody heard the answer of. Imports java.*, domain.contact, domain.base and
 * domain.outlook.
 */
@NullMarked
package io.crmsync.domain.patch;

import org.jspecify.annotations.NullMarked;
