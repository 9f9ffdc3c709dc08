/**
 * The use cases, a verb each. They read through the ports, let the domain decide, and write through
 * the ports. Import java.*, the domain and sync.port.
 */
@NullMarked
package io.crmsync.sync;

import org.jspecify.annotations.NullMarked;
