package io.crmsync.adapters.mapping;

import java.util.List;

/**
 * A name that a mapping asks a source for.
 *
 * @param written as it stands in the mapping
 * @param key what it is compared by in flat records, where a dot means nothing
 * @param path its parts between dots, which lead from object to object in JSON
 */
record SourceName(String written, String key, List<String> path) {}
