/**
 * A run as a whole: started, advanced step by step, failed, found. Imports java.*, the domain,
 * sync.port, and every package of sync but request and notice.
 */
@NullMarked
package io.crmsync.sync.run;

import org.jspecify.annotations.NullMarked;
