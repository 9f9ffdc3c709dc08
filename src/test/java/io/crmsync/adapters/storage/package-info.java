/**
 * The storage adapters against a real Azurite. May import whatever they may, and the contract
 * suites of sync.port.
 */
@NullMarked
package io.crmsync.adapters.storage;

import org.jspecify.annotations.NullMarked;
