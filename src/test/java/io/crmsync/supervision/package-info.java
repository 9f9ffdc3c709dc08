/** Checks that workbook, alerts and documents name what the app measures, and nothing else. */
@NullMarked
package io.crmsync.supervision;

import org.jspecify.annotations.NullMarked;
