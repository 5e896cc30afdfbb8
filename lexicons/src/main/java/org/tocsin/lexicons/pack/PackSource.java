package org.tocsin.lexicons.pack;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of pack files, not yet read: small and serialisable, so that a job carries its packs to
 * a cluster that shares no disk with the person who submits it.
 *
 * @param files text by path, {@code pack-folder/file.yaml}
 */
public record PackSource(SortedMap<String, String> files) implements Serializable {

  /**
   * Reads a folder of packs, or one pack.
   *
   * @throws IOException when the folder is not there, holds no {@code pack.yaml} or cannot be read;
   *     the message says which
   */
  public static PackSource read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder + " (expected a folder of packs, or one pack)");
    }
    Path real = folder.toRealPath();
    boolean onePack = Files.exists(real.resolve("pack.yaml"));
    Path base = onePack && real.getParent() != null ? real.getParent() : real;
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(real, onePack ? 1 : 2)) {
      for (Path path : (Iterable<Path>) paths.filter(PackSource::isYaml)::iterator) {
        files.put(base.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    if (files.keySet().stream().noneMatch(name -> name.endsWith("/pack.yaml"))) {
      throw new IOException(
          folder + " holds no pack: expected pack.yaml in it or in its sub-folders");
    }
    return new PackSource(files);
  }

  /** The starter packs that come with this library. */
  public static PackSource builtIn() {
    URL url = PackSource.class.getResource("/packs");
    if (url == null) {
      throw new IllegalStateException("the library was built without its packs");
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath("/packs"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in packs", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path entry is a valid URI", e);
    }
  }

  private static boolean isYaml(Path path) {
    return path.toString().endsWith(".yaml");
  }
}
