/**
 * The use cases, a verb each, in packages by what they are about. They read through the ports, let
 * the domain decide, and write through the ports. {@link io.crmsync.sync.UseCases} puts them
 * together; ArchitectureTest says which package may see which.
 */
@NullMarked
package io.crmsync.sync;

import org.jspecify.annotations.NullMarked;
