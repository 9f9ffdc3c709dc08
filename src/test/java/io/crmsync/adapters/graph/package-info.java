/** The Graph adapter against the Graph simulator, over HTTP. */
@NullMarked
package io.crmsync.adapters.graph;

import org.jspecify.annotations.NullMarked;
