package io.crmsync.sync.fakes;

/** What Graph says of things in Deleted Items: which of the two, no document tells. */
public enum BinnedCopies {
  /** They answer reads and changes by their id; removing one again purges it. */
  ANSWER,
  /** They are 404. */
  GONE
}
