package org.tocsin.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own, of 64 MiB, that can be filled; needs the right to mount one. */
record FullDisk(Path folder) implements AutoCloseable {
  private static final int SIZE = 64 << 20;

  static FullDisk mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Child mount =
        Command.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString())
            .run("mount");
    Assumptions.assumeTrue(mount.exitCode() == 0, "no right to mount: " + mount.err());
    return new FullDisk(folder);
  }

  /** Leaves no room. */
  void fill() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (int written = 0; written <= SIZE; written += block.length) {
        out.write(block);
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }

  /** Makes room again. */
  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    try {
      Command.of("umount", "-l", folder.toString()).run("umount");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
