package org.tocsin.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.tocsin.lexicons.pack.PackSource;

/** The small pack of {@code samples/}: tests do not hang on the packs that keepers edit. */
public final class SamplePacks {
  private SamplePacks() {}

  /** Its files. */
  public static PackSource read() {
    try {
      return PackSource.read(Path.of("..", "samples", "packs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
