package org.tocsin.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Option;

/** Where {@link Corpus} reads posts from. */
public final class CorpusOption {
  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "DIR",
      description = "Folder with crisislex/*.csv and labelled/*.csv to resample posts from.")
  private Path folder = Path.of("");

  /**
   * The folder.
   *
   * @throws WrongUsageException when there is none
   */
  public Path folder() {
    if (!Files.isDirectory(folder)) {
      throw new WrongUsageException(List.of("--corpus " + folder + ": there is no such folder"));
    }
    return folder;
  }
}
