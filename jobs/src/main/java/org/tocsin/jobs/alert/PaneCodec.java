package org.tocsin.jobs.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.hll.HllSketch;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.tocsin.events.Category;
import org.tocsin.jobs.alert.Sketch.Sum;
import org.tocsin.jobs.alert.Sketch.Times;
import org.tocsin.jobs.detect.Change;

/**
 * Panes as bytes, in state and between operators. The first byte is the version: a later version
 * reads the bytes of earlier ones. The parts of one pane may stand one behind the other, for to put
 * them there is far cheaper than to read and merge them each time; {@link #read} merges. Before
 * version 3, else the same as 2, there was one part.
 *
 * <p>Since version 4 a part says how long it is and what counts stands in front, for most windows
 * do not hold what their rule asks for: {@link #atMost} tells that of many from numbers alone, and
 * {@link #counts} reads what judging needs, without texts.
 */
final class PaneCodec {
  private static final byte VERSION = 4;

  /** Before lengths; what counts was in two places. */
  private static final byte UNSIZED = 3;

  /** Before tokens, watchlists, links, signs and counted observables. */
  private static final byte PLAIN = 1;

  /** In place of the number of rows: a sketch, which has none. */
  private static final byte SKETCH = -1;

  /** Where a part says how many rows it has: behind all other numbers of its head. */
  private static final int ROWS = 1 + Integer.BYTES + 2 * Long.BYTES + Short.BYTES + 1;

  /** Parts that are longer together are merged when one is added. */
  private static final int LONGEST_PARTS = 8 * 1024;

  private PaneCodec() {}

  /**
   * Where a pane is, without what it holds.
   *
   * @param start first millisecond since the epoch
   * @param length in milliseconds
   * @param horizon how many panes a window has
   */
  record Place(long start, long length, int horizon) {}

  static Place place(byte[] bytes) {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    try {
      if (version(in) > UNSIZED) {
        in.skipBytesToRead(Integer.BYTES);
      }
      return new Place(in.readLong(), in.readLong(), in.readShort());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** A pane and a part of it more, which take up a bounded space. */
  static byte[] joined(byte[] pane, byte[] more) {
    byte[] both = Arrays.copyOf(pane, pane.length + more.length);
    System.arraycopy(more, 0, both, pane.length, more.length);
    return both.length <= LONGEST_PARTS ? both : write(read(both));
  }

  static byte[] write(Pane pane) {
    return write(pane, new DataOutputSerializer(1024));
  }

  /** The same by way of a buffer, whatever it holds. */
  static byte[] write(Pane pane, DataOutputSerializer out) {
    out.clear();
    Sketch sketch = pane.sketch;
    try {
      out.writeByte(VERSION);
      out.writeInt(0);
      out.writeLong(pane.start);
      out.writeLong(pane.length);
      out.writeShort(pane.horizon);
      out.writeByte(pane.samples);
      out.writeByte(sketch == null ? pane.rows.size() : SKETCH);
      for (Row row : pane.rows) {
        write(row, pane.start, out);
      }
      if (sketch != null) {
        write(sketch, out);
      }
      out.writeByte(pane.shown.size());
      for (Shown shown : pane.shown) {
        out.write(shown.written());
      }
      pane.observables.write(out);
      pane.links.write(out);
      out.writeIntUnsafe(out.length(), 1);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return out.getCopyOfBuffer();
  }

  static Pane read(byte[] bytes) {
    return read(bytes, false);
  }

  /** The same without the posts, observables and links that an alert would show. */
  static Pane counts(byte[] bytes) {
    return read(bytes, true);
  }

  private static Pane read(byte[] bytes, boolean countsOnly) {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    try {
      Pane pane = part(in, countsOnly);
      while (in.available() > 0) {
        pane.merge(part(in, countsOnly));
      }
      return pane;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * No more versions than this stand in a pane, whatever ended; {@link Integer#MAX_VALUE} when that
   * cannot be told from numbers alone.
   */
  static int atMost(byte[] bytes) {
    int most = 0;
    for (int at = 0; at < bytes.length; at += ByteBuffer.wrap(bytes).getInt(at + 1)) {
      byte rows = bytes[at] == VERSION ? bytes[at + ROWS] : SKETCH;
      if (rows == SKETCH) {
        return Integer.MAX_VALUE;
      }
      most += rows;
    }
    return most;
  }

  private static Pane part(DataInputDeserializer in, boolean countsOnly) throws IOException {
    int begin = in.getPosition();
    byte version = version(in);
    if (version <= UNSIZED) {
      return unsized(in, version);
    }
    int end = begin + in.readInt();
    Pane pane = new Pane(in.readLong(), in.readLong(), in.readShort(), in.readByte());
    int rows = in.readByte();
    if (rows == SKETCH) {
      pane.sketch = sketch(in, false);
    }
    for (int i = rows; i > 0; i--) {
      pane.rows.add(row(in, pane.start));
    }
    if (countsOnly) {
      in.skipBytesToRead(end - in.getPosition());
      return pane;
    }
    for (int i = in.readByte(); i > 0; i--) {
      pane.shown.add(ShownCodec.read(in));
    }
    pane.observables.read(in, false);
    pane.links.read(in);
    return pane;
  }

  private static Pane unsized(DataInputView in, byte version) throws IOException {
    Pane pane = new Pane(in.readLong(), in.readLong(), in.readShort(), in.readByte());
    for (int i = in.readByte(); i > 0; i--) {
      pane.rows.add(row(in, pane.start));
    }
    for (int i = in.readByte(); i > 0; i--) {
      pane.shown.add(ShownCodec.read(in));
    }
    pane.observables.read(in, version == PLAIN);
    if (version != PLAIN) {
      pane.links.read(in);
    }
    if (in.readBoolean()) {
      pane.sketch = sketch(in, version == PLAIN);
    }
    return pane;
  }

  private static byte version(DataInputView in) throws IOException {
    byte version = in.readByte();
    if (version < PLAIN || version > VERSION) {
      throw new IOException("a pane of version %d; this is %d".formatted(version, VERSION));
    }
    return version;
  }

  private static UncheckedIOException unreadable(IOException cause) {
    return new UncheckedIOException("state of the alert rules cannot be read", cause);
  }

  private static void write(Row row, long start, DataOutputView out) throws IOException {
    out.writeLong(row.version());
    out.writeLong(row.post());
    out.writeLong(row.author());
    out.writeInt(row.channel());
    out.writeInt(row.platform());
    out.writeByte(Signs.CATEGORIES.indexOf(row.category()));
    out.writeShort(row.score());
    out.writeInt((int) (row.at() - start));
    boolean moved =
        row.known() || row.before() != Change.STANDING || row.until() != Change.STANDING;
    boolean special = row.signs() != 0 || !row.observables().isEmpty();
    out.writeByte((row.known() ? 1 : 0) | (moved ? 2 : 0) | (special ? 4 : 0));
    if (moved) {
      out.writeLong(row.before());
      out.writeLong(row.until());
    }
    if (special) {
      out.writeShort(row.signs());
      out.writeByte(row.observables().size());
      for (int observable : row.observables()) {
        out.writeInt(observable);
      }
    }
  }

  private static Row row(DataInputView in, long start) throws IOException {
    long version = in.readLong();
    long post = in.readLong();
    long author = in.readLong();
    int channel = in.readInt();
    int platform = in.readInt();
    Category category = Signs.CATEGORIES.get(in.readByte());
    int score = in.readShort();
    long at = start + in.readInt();
    byte flags = in.readByte();
    boolean moved = (flags & 2) != 0;
    long before = moved ? in.readLong() : Change.STANDING;
    long until = moved ? in.readLong() : Change.STANDING;
    boolean special = (flags & 4) != 0;
    int signs = special ? in.readShort() & 0xffff : 0;
    List<Integer> observables = new ArrayList<>();
    for (int i = special ? in.readByte() : 0; i > 0; i--) {
      observables.add(in.readInt());
    }
    return new Row(
        version,
        post,
        author,
        channel,
        platform,
        category,
        score,
        at,
        (flags & 1) != 0,
        before,
        until,
        signs,
        List.copyOf(observables));
  }

  private static void write(Sketch sketch, DataOutputView out) throws IOException {
    for (HllSketch part :
        List.of(sketch.posts, sketch.authors, sketch.channels, sketch.observables)) {
      byte[] bytes = part.toCompactByteArray();
      out.writeShort(bytes.length);
      out.write(bytes);
    }
    out.writeByte(sketch.platforms.size());
    for (int platform : sketch.platforms) {
      out.writeInt(platform);
    }
    out.writeByte(sketch.times.size());
    for (Map.Entry<Integer, Times> seen : sketch.times.entrySet()) {
      out.writeByte(seen.getKey());
      out.writeLong(seen.getValue().first());
      out.writeLong(seen.getValue().last());
    }
    write(sketch.added, out);
    out.writeShort(sketch.ended.size());
    for (Map.Entry<Integer, Sum> ended : sketch.ended.entrySet()) {
      out.writeShort(ended.getKey());
      write(ended.getValue(), out);
    }
  }

  private static Sketch sketch(DataInputView in, boolean plain) throws IOException {
    Sketch sketch = new Sketch(hll(in), hll(in), hll(in), plain ? Sketch.empty() : hll(in));
    for (int i = in.readByte(); i > 0; i--) {
      sketch.platforms.add(in.readInt());
    }
    for (int i = in.readByte(); i > 0; i--) {
      sketch.times.put((int) in.readByte(), new Times(in.readLong(), in.readLong()));
    }
    sketch.added = sum(in);
    for (int i = in.readShort(); i > 0; i--) {
      sketch.ended.put((int) in.readShort(), sum(in));
    }
    return sketch;
  }

  private static HllSketch hll(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readShort()];
    in.readFully(bytes);
    return HllSketch.heapify(bytes);
  }

  private static void write(Sum sum, DataOutputView out) throws IOException {
    out.writeLong(sum.count());
    out.writeLong(sum.weight());
  }

  private static Sum sum(DataInputView in) throws IOException {
    return new Sum(in.readLong(), in.readLong());
  }
}
