package io.crmsync.adapters.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read up to so many bytes, unpacked; one more is an error. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long taken;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** There is more than the limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("too long");
    }
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int more) throws TooLong {
    taken += more;
    if (taken > limit) {
      throw new TooLong();
    }
  }
}
