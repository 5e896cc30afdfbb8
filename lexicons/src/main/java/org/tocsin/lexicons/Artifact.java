package org.tocsin.lexicons;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.tocsin.lexicons.engine.Engine;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * A compiled bundle as one file: magic, engine version, digest and checksum, then the packs without
 * their entries, the automaton's arrays, and the files of the Lucene index that hold the entries.
 */
final class Artifact {
  private static final long MAGIC = 0x544F4353494E4231L; // TOCSINB1
  private static final int SHA = 32;
  private static final int HEADER = 8 + 4 + 64 + SHA;

  private Artifact() {}

  /** What an artifact holds. */
  record Content(String digest, List<Pack> packs, Engine engine, Directory index) {}

  static void write(Content content, Path path) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    RecordCodec codec = new RecordCodec();
    out.writeInt(content.packs.size());
    for (Pack pack : content.packs) {
      codec.write(out, pack.with(List.of()));
      out.writeInt(pack.entries().size());
    }
    byte[] automaton = content.engine.write();
    out.writeInt(automaton.length);
    out.write(automaton);
    String[] files = content.index.listAll();
    out.writeInt(files.length);
    for (String file : files) {
      try (IndexInput in = content.index.openInput(file, IOContext.READONCE)) {
        byte[] bytes = new byte[Math.toIntExact(in.length())];
        in.readBytes(bytes, 0, bytes.length);
        byte[] name = file.getBytes(StandardCharsets.UTF_8);
        out.writeInt(name.length);
        out.write(name);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
    byte[] bytes = body.toByteArray();
    byte[] digest = content.digest.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer header =
        ByteBuffer.allocate(HEADER).putLong(MAGIC).putInt(BundleDigest.ENGINE_VERSION);
    header.put(digest).put(sha(digest, bytes, 0));
    Path temporary = path.resolveSibling(path.getFileName() + ".part");
    try (var file = Files.newOutputStream(temporary)) {
      file.write(header.array());
      file.write(bytes);
    }
    Files.move(
        temporary, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  static Content read(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
      throw new IOException(path + " is not a compiled lexicon bundle");
    }
    int version = ByteBuffer.wrap(bytes, 8, 4).getInt();
    if (version != BundleDigest.ENGINE_VERSION) {
      throw new IOException(
          String.format(
              "%s was compiled for engine version %d, this is version %d: compile its packs again",
              path, version, BundleDigest.ENGINE_VERSION));
    }
    byte[] sum = Arrays.copyOfRange(bytes, HEADER - SHA, HEADER);
    if (!Arrays.equals(sum, sha(Arrays.copyOfRange(bytes, 12, 76), bytes, HEADER))) {
      throw new IOException(path + " is damaged: its checksum differs");
    }
    return body(bytes, new String(bytes, 12, 64, StandardCharsets.US_ASCII));
  }

  private static Content body(byte[] bytes, String digest) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
    List<Pack> heads = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    RecordCodec codec = new RecordCodec();
    for (int i = in.getInt(); i > 0; i--) {
      heads.add((Pack) Objects.requireNonNull(codec.read(in, Pack.class), "a pack"));
      sizes.add(in.getInt());
    }
    int automatonSize = in.getInt();
    ByteBuffer automaton = in.slice(in.position(), automatonSize);
    in.position(in.position() + automatonSize);
    Directory index = new ByteBuffersDirectory();
    for (int i = in.getInt(); i > 0; i--) {
      byte[] name = new byte[in.getInt()];
      in.get(name);
      int size = in.getInt();
      String file = new String(name, StandardCharsets.UTF_8);
      try (IndexOutput out = index.createOutput(file, IOContext.DEFAULT)) {
        out.writeBytes(bytes, in.position(), size);
      }
      in.position(in.position() + size);
    }
    List<Entry> entries;
    try (DirectoryReader reader = DirectoryReader.open(index)) {
      entries = EntryIndex.entries(reader);
    }
    List<Pack> packs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < heads.size(); i++) {
      packs.add(heads.get(i).with(entries.subList(from, from + sizes.get(i))));
      from += sizes.get(i);
    }
    Engine engine = Engine.read(automaton, packs);
    return new Content(digest, List.copyOf(packs), engine, index);
  }

  /** Of the digest and of all that follows the header. */
  private static byte[] sha(byte[] digest, byte[] bytes, int from) {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      sum.update(digest);
      sum.update(bytes, from, bytes.length - from);
      return sum.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
