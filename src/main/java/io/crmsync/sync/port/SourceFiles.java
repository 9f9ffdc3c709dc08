package io.crmsync.sync.port;

import java.io.InputStream;
import java.util.List;

/**
 * The files that a CRM's export was uploaded to, read-only (R1). Every method may throw {@link
 * CrmUnavailable} or {@link StorageUnavailable}.
 */
public interface SourceFiles {
  /** All of them, in any order; empty: there is none. */
  List<SourceFile> files();

  /**
   * The bytes of a file from its beginning. Reading may throw {@link java.io.IOException}.
   *
   * @throws CrmBroken the file is no longer there, or no longer of that version
   */
  InputStream open(SourceFile file);

  /**
   * A file as it is now.
   *
   * @param name unique among the files
   * @param version another one whenever the bytes are others: an ETag
   * @param bytes how long it is
   */
  record SourceFile(String name, String version, long bytes) {}
}
