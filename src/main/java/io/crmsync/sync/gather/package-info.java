/**
 * Contacts of a CRM that has no order which we share: gathered, sorted, and given page by page.
 * Imports java.*, the domain and sync.port.
 */
@NullMarked
package io.crmsync.sync.gather;

import org.jspecify.annotations.NullMarked;
