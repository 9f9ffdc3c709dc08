package io.crmsync.infra;

import java.util.List;

/** Something that holds for the whole folder. */
@FunctionalInterface
interface Rule {

  /** What breaks it, each with its place; empty: it holds. */
  List<String> problems(BicepFolder folder);
}
