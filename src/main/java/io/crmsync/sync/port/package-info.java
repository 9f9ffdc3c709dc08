/** What the use cases need from the outside, in their own words. Imports java.* and the domain. */
@NullMarked
package io.crmsync.sync.port;

import org.jspecify.annotations.NullMarked;
