/**
 * The page's files, which lie in the jar below {@code web/}, as a browser gets them: which there
 * are, where they are, and with what headers. Knows nothing of contacts, callers or the platform;
 * imports java.* alone.
 */
@NullMarked
package io.crmsync.functions.web;

import org.jspecify.annotations.NullMarked;
