/** What every implementation of a port must pass, the fakes and the real adapters alike. */
@NullMarked
package io.crmsync.sync.port;

import org.jspecify.annotations.NullMarked;
