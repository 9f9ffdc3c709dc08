/**
 * Measures a cold start: a program to run by hand, no test. What the numbers were and how they came
 * about: docs/measured.md.
 */
@NullMarked
package io.crmsync.staged.coldstart;

import org.jspecify.annotations.NullMarked;
