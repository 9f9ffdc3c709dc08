/** What every adapter that speaks HTTP reads in the same way. Imports java.* only. */
@NullMarked
package io.crmsync.adapters.http;

import org.jspecify.annotations.NullMarked;
