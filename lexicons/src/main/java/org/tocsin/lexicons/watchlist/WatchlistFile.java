package org.tocsin.lexicons.watchlist;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
import org.tocsin.events.UnreadableRecordException;

/**
 * A watchlist as one file: a line {@code tocsin-watchlist VERSION DIGEST}, then gzip of a JSON line
 * for the sources and one for each item.
 */
final class WatchlistFile {
  private static final String MAGIC = "tocsin-watchlist";
  private static final int VERSION = 1;
  private static final int LONGEST_HEAD = 200;
  private static final Pattern HEAD = Pattern.compile(MAGIC + " (\\d+) ([0-9a-f]{64})");

  private WatchlistFile() {}

  private record Head(List<Watchlist.Source> sources) {}

  static String digest(List<Watchlist.Source> sources, List<WatchlistItem> items) {
    MessageDigest digest = sha256();
    digest.update((MAGIC + " " + VERSION + "\n").getBytes(StandardCharsets.US_ASCII));
    lines(sources, items, digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void lines(
      List<Watchlist.Source> sources, List<WatchlistItem> items, Consumer<byte[]> sink) {
    byte[] end = {'\n'};
    sink.accept(Json.write(new Head(sources)));
    sink.accept(end);
    for (WatchlistItem item : items) {
      sink.accept(Json.write(item));
      sink.accept(end);
    }
  }

  static void write(Watchlist list, Path path) throws IOException {
    Path temporary = path.resolveSibling(path.getFileName() + ".part");
    Files.write(temporary, bytes(list));
    Files.move(
        temporary, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  static byte[] bytes(Watchlist list) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "%s %d %s\n".formatted(MAGIC, VERSION, list.digest()).getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines(list.sources(), list.items(), lines::writeBytes);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      lines.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  static Watchlist read(byte[] bytes, String name) throws IOException {
    int end = 0;
    while (end < bytes.length && end < LONGEST_HEAD && bytes[end] != '\n') {
      end++;
    }
    Matcher head = HEAD.matcher(new String(bytes, 0, end, StandardCharsets.US_ASCII));
    if (!head.matches()) {
      throw new IOException(
          name + " is no watchlist: expected a file that ./tocsin watchlist import has written");
    }
    if (!head.group(1).equals(Integer.toString(VERSION))) {
      throw new IOException(
          "%s is a watchlist of format %s, this is format %d: import its lists again"
              .formatted(name, head.group(1), VERSION));
    }
    try {
      Watchlist list = body(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1));
      if (list.digest().equals(head.group(2))) {
        return list;
      }
    } catch (IOException | RuntimeException e) {
      throw new IOException(name + " is damaged: " + e.getMessage(), e);
    }
    throw new IOException(name + " is damaged: its digest differs from what it says");
  }

  private static Watchlist body(ByteArrayInputStream in) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      List<Watchlist.Source> sources = record(lines.readLine(), Head.class).sources();
      List<WatchlistItem> items = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        items.add(record(line, WatchlistItem.class));
      }
      return Watchlist.of(sources, items);
    } catch (UnreadableRecordException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static <T> T record(@Nullable String line, Class<T> type)
      throws UnreadableRecordException {
    return Json.read((line == null ? "" : line).getBytes(StandardCharsets.UTF_8), type);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
