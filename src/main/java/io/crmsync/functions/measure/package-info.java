/**
 * What the app measures of itself: metrics, the dimensions they carry, and the line of a log that a
 * measurement is. Imports java.* and Jackson.
 */
@NullMarked
package io.crmsync.functions.measure;

import org.jspecify.annotations.NullMarked;
