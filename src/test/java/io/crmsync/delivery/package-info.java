/**
 * What stands around the code: workflows, commands, versions of tools. The documents, the build and
 * GitHub's files say the same.
 */
@NullMarked
package io.crmsync.delivery;

import org.jspecify.annotations.NullMarked;
