/**
 * What the app measures of itself: metrics, the dimensions they carry, the line of a log that a
 * measurement is, and a trace that names nobody. Imports java.*, Azure Functions, Jackson, the use
 * cases and the domain.
 */
@NullMarked
package io.crmsync.functions.measure;

import org.jspecify.annotations.NullMarked;
