package io.crmsync.adapters.storage;

import java.util.Optional;

/** A condition on rows that the server tests, in OData. */
record Filter(String odata) {
  static final String PARTITION = "PartitionKey";
  static final String ROW = "RowKey";

  static final Filter EVERYTHING = new Filter("");

  static Filter partition(String key) {
    return compare(PARTITION, "eq", key);
  }

  /** Rows with {@code after < property <= upTo}; empty: no bound. */
  static Filter range(String property, Optional<String> after, Optional<String> upTo) {
    Filter above = after.map(key -> compare(property, "gt", key)).orElse(EVERYTHING);
    return above.and(upTo.map(key -> compare(property, "le", key)).orElse(EVERYTHING));
  }

  static Filter compare(String property, String operator, String value) {
    return new Filter(property + " " + operator + " '" + value.replace("'", "''") + "'");
  }

  /** Rows that have this text at all: none that is stored is empty. */
  static Filter isThere(String property) {
    return compare(property, "gt", "");
  }

  static Filter isTrue(String property) {
    return new Filter(property + " eq true");
  }

  Filter and(Filter other) {
    if (odata.isEmpty() || other.odata.isEmpty()) {
      return new Filter(odata + other.odata);
    }
    return new Filter(odata + " and " + other.odata);
  }

  /** One of the two; in brackets, so that it can be part of any other. */
  Filter or(Filter other) {
    return new Filter("((" + odata + ") or (" + other.odata + "))");
  }
}
