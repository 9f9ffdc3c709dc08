package io.crmsync.adapters.mapping;

import java.util.List;
import java.util.stream.Stream;

/** What is made of a record for one property. */
sealed interface Operator permits First, Join, Operator.Leaf, Split, Translate {
  /** The texts that it makes of a record, none of them blank; often one, or none. */
  List<String> values(SourceValues record);

  /** What its own operators ask the source for, in the mapping's order. */
  Stream<Leaf> leaves();

  /** An operator that asks the source itself. */
  sealed interface Leaf extends Operator permits From, TakeWhere {
    /** What it asks for. */
    SourceName name();

    /** All that it must be given, if only to see that it is there. */
    Stream<SourceName> names();

    /** Whether values are read under this name of a flat record. */
    boolean reads(Heading heading);

    /** Whether such a name decides anything, if only by being there. */
    boolean looksAt(Heading heading);

    /** What it asks for and the record does not have, as the mapping spells it (R25). */
    Stream<String> missing(JsonRecord record);

    @Override
    default Stream<Leaf> leaves() {
      return Stream.of(this);
    }
  }
}
