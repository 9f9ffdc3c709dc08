/**
 * The functions of the app, by what sets them going, and all that only they need. Each parses,
 * calls one use case, and translates. Here is what makes and warms them: the composition root,
 * which alone sees the adapters.
 */
@NullMarked
package io.crmsync.functions;

import org.jspecify.annotations.NullMarked;
