/**
 * The mapping file: which name of a source's record becomes which property of the feed's contact.
 * Imports java.*, sync.port, the domain, adapters.source and Jackson.
 */
@NullMarked
package io.crmsync.adapters.mapping;

import org.jspecify.annotations.NullMarked;
