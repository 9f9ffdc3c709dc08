/**
 * What an admin may set, read with its bounds: a setting that is wrong stops the app with its name
 * and the rule. Imports java.*, the domain and sync.port.
 */
@NullMarked
package io.crmsync.functions.settings;

import org.jspecify.annotations.NullMarked;
