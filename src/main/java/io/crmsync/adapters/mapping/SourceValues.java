package io.crmsync.adapters.mapping;

import java.util.Collection;
import java.util.List;

/** A record of a source, whatever its form. */
interface SourceValues {
  /** The texts under a name, none of them blank; of one that is no list at most one. */
  List<String> texts(SourceName name);

  /** The objects of a list, in its order. */
  Collection<? extends SourceValues> objects(SourceName list);

  /** Whether the record has the name, be its value blank or not. */
  boolean has(SourceName name);
}
