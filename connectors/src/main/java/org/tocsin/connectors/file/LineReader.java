package org.tocsin.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines, passing over blank ones and a byte order mark. */
final class LineReader implements RecordReader {
  /** A longer line comes in pieces: a file that is no text must not fill the memory. */
  static final int MAX_RECORD_BYTES = 64 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  /** What was read last and where it begins in the buffer: the JDK finds a byte in it fastest. */
  private String read = "";

  private int readFrom;
  private boolean ended;
  private boolean started;
  private boolean inLine;
  private long line;

  LineReader(InputStream in) {
    this.in = in;
  }

  static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3);
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    for (byte[] found = nextLine(); found != null; found = nextLine()) {
      if (!Blanks.isBlank(found)) {
        return found;
      }
    }
    return null;
  }

  @Override
  public long line() {
    return line;
  }

  private byte @Nullable [] nextLine() throws IOException {
    while (true) {
      int end = read.indexOf('\n', from - readFrom);
      if (end >= 0) {
        return cut(readFrom + end, readFrom + end + 1);
      }
      if (to - from >= MAX_RECORD_BYTES) {
        return cut(to, to);
      }
      if (ended || !fill()) {
        ended = true;
        return from == to ? null : cut(to, to);
      }
    }
  }

  /** The bytes up to {@code end}; reading goes on at {@code next}. */
  private byte[] cut(int end, int next) {
    int begin = from;
    if (!started) {
      started = true;
      if (end - begin >= 3 && Arrays.equals(buffer, begin, begin + 3, BYTE_ORDER_MARK, 0, 3)) {
        begin += 3;
      }
    }
    if (!inLine) {
      line++;
    }
    inLine = end == next;
    int last = end > begin && end < next && buffer[end - 1] == '\r' ? end - 1 : end;
    from = next;
    return Arrays.copyOfRange(buffer, begin, last);
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, MAX_RECORD_BYTES));
    }
    int count = in.read(buffer, to, buffer.length - to);
    readFrom = to;
    read = new String(buffer, to, Math.max(count, 0), StandardCharsets.ISO_8859_1);
    to += Math.max(count, 0);
    return count >= 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
