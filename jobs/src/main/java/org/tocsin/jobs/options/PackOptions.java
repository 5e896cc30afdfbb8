package org.tocsin.jobs.options;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;
import picocli.CommandLine.Option;

/** Which lexicon packs to match. */
public final class PackOptions {
  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description =
          "Folder of lexicon packs, or one pack. Without it: the packs that Tocsin comes with.")
  @Nullable Path packs;

  /** Whether a folder was named. */
  public boolean isGiven() {
    return packs != null;
  }

  /**
   * The packs, checked.
   *
   * @throws CommandFailedException with all problems of all files
   */
  public PackSource read() {
    try {
      PackSource source = packs == null ? PackSource.builtIn() : PackSource.read(packs);
      Packs.parse(source);
      return source;
    } catch (IOException e) {
      throw new CommandFailedException("--packs: " + e.getMessage());
    } catch (PackException e) {
      throw new CommandFailedException(
          e.getMessage() + System.lineSeparator() + e.problems().size() + " problems in the packs");
    }
  }
}
