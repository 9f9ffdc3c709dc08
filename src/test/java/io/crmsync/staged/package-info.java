/**
 * Looks at the folder that would be deployed, after the package phase. Imports no class of this
 * project: what it knows comes from the folder and from the documents.
 */
@NullMarked
package io.crmsync.staged;

import org.jspecify.annotations.NullMarked;
