package org.tocsin.connectors.file;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Remembers what was read from a stream, from a position on that moves forward. */
final class Tape extends FilterInputStream {
  private byte[] kept = new byte[1 << 14];
  private int size;
  private long start;

  Tape(InputStream in) {
    super(in);
  }

  /** The bytes from one position of the stream up to another. */
  byte[] bytes(long from, long to) {
    return Arrays.copyOfRange(kept, (int) (from - start), (int) (to - start));
  }

  /** The first position that is remembered. */
  long start() {
    return start;
  }

  /** Where the stream stands. */
  long end() {
    return start + size;
  }

  /** Forgets what is before a position. */
  void forget(long before) {
    int count = (int) Math.min(size, Math.max(0, before - start));
    System.arraycopy(kept, count, kept, 0, size - count);
    size -= count;
    start += count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (size >= LineReader.MAX_RECORD_BYTES) {
      throw new StreamConstraintsException("a JSON value of more than 64 MiB");
    }
    int count = super.read(into, offset, length);
    if (count > 0) {
      if (size + count > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(kept.length * 2, size + count));
      }
      System.arraycopy(into, offset, kept, size, count);
      size += count;
    }
    return count;
  }
}
