package org.tocsin.cli.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Posts to try packs on. */
final class PostsOption {
  @Option(names = "--on", paramLabel = "POSTS", description = "File of posts to try it on.")
  private @Nullable Path file;

  @Mixin private FormatOptions format = new FormatOptions();

  /** Whether any were named. */
  boolean given() {
    return file != null;
  }

  /**
   * Reads them.
   *
   * @return how many records could not be read
   */
  long read(PostFile.Reader reader) {
    List<String> mistakes = new ArrayList<>();
    PostFormat postFormat = format.read(null, mistakes);
    if (file == null) {
      mistakes.add("Missing --on: a file of posts");
    }
    if (!mistakes.isEmpty() || postFormat == null || file == null) {
      throw new WrongUsageException(mistakes);
    }
    return PostFile.read(file, postFormat, reader);
  }
}
