/**
 * Azure Table and Queue Storage behind the stores and queues of sync.port. Imports java.*, the
 * domain, sync.port, the Azure SDK and Jackson; the only package that sees Azure Storage.
 */
@NullMarked
package io.crmsync.adapters.storage;

import org.jspecify.annotations.NullMarked;
