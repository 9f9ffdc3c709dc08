package io.crmsync.supervision;

import java.util.List;
import java.util.Map;

/**
 * What Kusto's language service finds in a query.
 *
 * @param errors of syntax, and names that neither the tables nor the query know
 * @param metrics that it asks for
 * @param dimensions that it breaks them down by
 * @param stray ways to a measurement that names could slip through
 * @param columns that it gives, with their types
 */
record QueryFacts(
    String name,
    List<String> errors,
    List<String> metrics,
    List<String> dimensions,
    List<String> stray,
    Map<String, String> columns) {}
