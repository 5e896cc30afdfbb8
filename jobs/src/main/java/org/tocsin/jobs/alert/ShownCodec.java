package org.tocsin.jobs.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Sample;

/** Posts that an alert may show as bytes; part of what {@link PaneCodec} writes. */
final class ShownCodec {
  private static final HexFormat HEX = HexFormat.of();
  private static final int SHA256_DIGITS = 64;

  private ShownCodec() {}

  static byte[] write(Shown shown) {
    DataOutputSerializer out = new DataOutputSerializer(512);
    try {
      write(shown, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return out.getCopyOfBuffer();
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

  static Shown read(DataInputView in) throws IOException {
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
