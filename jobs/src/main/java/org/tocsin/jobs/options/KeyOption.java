package org.tocsin.jobs.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.PseudonymKey;
import picocli.CommandLine.Option;

/** The secret of pseudonyms, for jobs that read posts. */
public final class KeyOption {
  @Option(
      names = "--pseudonym-key-file",
      required = true,
      paramLabel = "FILE",
      description =
          "Secret of at least 16 bytes that makes pseudonyms of accounts. Travels in the job"
              + " graph.")
  private Path file = Path.of("");

  /** The file. */
  public Path file() {
    return file;
  }

  /** The key; mistakes are added to the list, and null is given back. */
  public static @Nullable PseudonymKey read(@Nullable Path file, List<String> mistakes) {
    if (file == null) {
      mistakes.add("Missing required option: '--pseudonym-key-file=FILE'");
      return null;
    }
    try {
      return PseudonymKey.read(file);
    } catch (IOException e) {
      mistakes.add("--pseudonym-key-file %s: cannot be read".formatted(file));
    } catch (IllegalArgumentException e) {
      mistakes.add("--pseudonym-key-file %s: %s".formatted(file, e.getMessage()));
    }
    return null;
  }
}
