package io.crmsync.adapters.csv;

import io.crmsync.sync.port.SourceFiles.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file, which end where the listing said that they end; anything else is an error.
 */
final class WholeFile extends FilterInputStream {
  private final long bytes;
  private long taken;

  WholeFile(InputStream in, SourceFile file) {
    super(in);
    this.bytes = file.bytes();
  }

  /** There are more bytes than there were, or fewer. */
  static final class OtherSize extends IOException {
    private static final long serialVersionUID = 1L;

    OtherSize() {
      super("another size");
    }
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count(octet < 0 ? -1 : 1);
    return octet;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    count(count);
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    taken += skipped;
    return skipped;
  }

  private void count(int more) throws OtherSize {
    taken += Math.max(more, 0);
    if (taken > bytes || (more < 0 && taken < bytes)) {
      throw new OtherSize();
    }
  }
}
