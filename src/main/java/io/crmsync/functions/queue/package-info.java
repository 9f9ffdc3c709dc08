/**
 * What is done with a message of each queue, and with one that no worker could process. Imports
 * java.*, the use cases and the domain, and functions.measure.
 */
@NullMarked
package io.crmsync.functions.queue;

import org.jspecify.annotations.NullMarked;
