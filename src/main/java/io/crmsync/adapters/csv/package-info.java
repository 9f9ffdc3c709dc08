/**
 * A CRM's export as files of rows with headings: found out is how they are written, checked whether
 * they are whole, and each row made into a record. Imports java.*, the domain, sync.port,
 * adapters.source, Jackson and FastCSV.
 */
@NullMarked
package io.crmsync.adapters.csv;

import org.jspecify.annotations.NullMarked;
