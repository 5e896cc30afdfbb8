package org.tocsin.jobs.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.hll.HllSketch;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Sample;
import org.tocsin.jobs.alert.Sketch.Sum;
import org.tocsin.jobs.alert.Sketch.Times;
import org.tocsin.jobs.detect.Change;

/**
 * Panes as bytes, in state and between operators. The first byte is the version: a later version
 * reads the bytes of earlier ones. The parts of one pane may stand one behind the other, for to put
 * them there is far cheaper than to read and merge them each time; {@link #read} merges. Before
 * version 3, else the same as 2, there was one part.
 */
final class PaneCodec {
  private static final byte VERSION = 3;

  /** Before tokens, watchlists, links, signs and counted observables. */
  private static final byte PLAIN = 1;

  private static final HexFormat HEX = HexFormat.of();
  private static final int SHA256_DIGITS = 64;

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
      version(in);
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
    DataOutputSerializer out = new DataOutputSerializer(256);
    try {
      out.writeByte(VERSION);
      out.writeLong(pane.start);
      out.writeLong(pane.length);
      out.writeShort(pane.horizon);
      out.writeByte(pane.samples);
      out.writeByte(pane.rows.size());
      for (Row row : pane.rows) {
        write(row, pane.start, out);
      }
      out.writeByte(pane.shown.size());
      for (Shown shown : pane.shown) {
        write(shown, out);
      }
      pane.observables.write(out);
      pane.links.write(out);
      Sketch sketch = pane.sketch;
      out.writeBoolean(sketch != null);
      if (sketch != null) {
        write(sketch, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return out.getCopyOfBuffer();
  }

  static Pane read(byte[] bytes) {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    try {
      Pane pane = part(in);
      while (in.available() > 0) {
        pane.merge(part(in));
      }
      return pane;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Pane part(DataInputView in) throws IOException {
    byte version = version(in);
    Pane pane = new Pane(in.readLong(), in.readLong(), in.readShort(), in.readByte());
    for (int i = in.readByte(); i > 0; i--) {
      pane.rows.add(row(in, pane.start));
    }
    for (int i = in.readByte(); i > 0; i--) {
      pane.shown.add(shown(in));
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

  private static void write(Shown shown, DataOutputView out) throws IOException {
    Sample sample = shown.sample();
    out.writeLong(shown.version());
    out.writeLong(shown.until());
    text(shown.bundle(), out);
    out.writeUTF(shown.textSketch() == null ? "" : shown.textSketch());
    out.writeUTF(sample.postId());
    out.writeUTF(sample.platform());
    out.writeUTF(sample.author());
    out.writeBoolean(sample.channel() != null);
    out.writeUTF(sample.channel() == null ? "" : sample.channel());
    Instant at = sample.at();
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
    out.writeUTF(sample.lang());
    out.writeUTF(sample.text());
    out.writeInt(sample.textOffset());
    text(sample.textSha256(), out);
    out.writeDouble(sample.score());
    out.writeByte(sample.matches().size());
    for (Match match : sample.matches()) {
      out.writeUTF(match.entry());
      out.writeUTF(match.pack());
      out.writeByte(Signs.CATEGORIES.indexOf(match.category()));
      out.writeInt(match.start());
      out.writeInt(match.end());
      out.writeUTF(match.text());
      out.writeUTF(match.how());
      out.writeDouble(match.weight());
    }
    out.writeByte(sample.context().size());
    for (String tag : sample.context()) {
      out.writeUTF(tag);
    }
  }

  private static Shown shown(DataInputView in) throws IOException {
    long version = in.readLong();
    long until = in.readLong();
    String bundle = text(in);
    String textSketch = in.readUTF();
    String postId = in.readUTF();
    String platform = in.readUTF();
    String author = in.readUTF();
    boolean hasChannel = in.readBoolean();
    String channel = in.readUTF();
    Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
    String lang = in.readUTF();
    String text = in.readUTF();
    int offset = in.readInt();
    String sha256 = text(in);
    double score = in.readDouble();
    List<Match> matches = new ArrayList<>();
    for (int i = in.readByte(); i > 0; i--) {
      String entry = in.readUTF();
      String pack = in.readUTF();
      Category category = Signs.CATEGORIES.get(in.readByte());
      int start = in.readInt();
      int end = in.readInt();
      matches.add(
          new Match(
              entry, pack, category, start, end, in.readUTF(), in.readUTF(), in.readDouble()));
    }
    List<String> context = new ArrayList<>();
    for (int i = in.readByte(); i > 0; i--) {
      context.add(in.readUTF());
    }
    @Nullable String room = hasChannel ? channel : null;
    return new Shown(
        new Sample(
            postId, platform, author, room, at, lang, text, offset, sha256, score, matches,
            context),
        version,
        until,
        bundle,
        textSketch.isEmpty() ? null : textSketch);
  }

  /** SHA-256 digests, which most of these are, in half the space. */
  private static void text(String text, DataOutputView out) throws IOException {
    boolean digest = text.length() == SHA256_DIGITS && isLowerHex(text);
    out.writeBoolean(digest);
    if (digest) {
      out.write(HEX.parseHex(text));
    } else {
      out.writeUTF(text);
    }
  }

  private static boolean isLowerHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!HexFormat.isHexDigit(c) || Character.isUpperCase(c)) {
        return false;
      }
    }
    return true;
  }

  private static String text(DataInputView in) throws IOException {
    if (in.readBoolean()) {
      byte[] digest = new byte[SHA256_DIGITS / 2];
      in.readFully(digest);
      return HEX.formatHex(digest);
    }
    return in.readUTF();
  }
}
