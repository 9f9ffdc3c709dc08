package io.crmsync.supervision;

/**
 * A query of the workbook or of an alert.
 *
 * @param name where it is from
 * @param prelude the definitions in front of it; empty: it has none
 */
record Query(String name, String prelude, String query) {}
