/**
 * A small stand-in for the Azure Functions host: finds functions by their annotations, fires
 * timers, polls queues, answers HTTP. Imports the functions' annotations, the queue client and the
 * JDK's HTTP server; knows nothing of this project's own classes.
 */
@NullMarked
package io.crmsync.localapp.host;

import org.jspecify.annotations.NullMarked;
