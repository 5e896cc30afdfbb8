package org.tocsin.lexicons.watchlist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tocsin.lexicons.LexiconBundle;

/**
 * A watchlist with its compiled names, for processes that must not stop to compile: a zip of the
 * watchlist's file and of the names as a lexicon bundle. The same watchlist gives the same bytes.
 */
final class CompiledWatchlist {
  private static final String LIST = "watchlist";
  private static final String NAMES = "names";

  private CompiledWatchlist() {}

  static byte[] write(Watchlist list) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, LIST, list.toBytes());
      Path file = Files.createTempFile("tocsin-names", null);
      try {
        list.index().names().write(file);
        put(zip, NAMES, Files.readAllBytes(file));
      } finally {
        Files.deleteIfExists(file);
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  static Watchlist read(byte[] bytes, String name) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    byte[] list = parts.get(LIST);
    byte[] names = parts.get(NAMES);
    if (list == null || names == null) {
      throw new IOException(
          name + " is no compiled watchlist: expected what ./tocsin bundle publish has written");
    }
    Path file = Files.createTempFile("tocsin-names", null);
    try {
      Files.write(file, names);
      return Watchlist.read(list, name).with(LexiconBundle.open(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
