package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;
import picocli.CommandLine.Option;

/** The packs that a keeper works on. */
final class PackFolder {
  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description =
          "Folder of lexicon packs, or one pack. Without it: the packs that Tocsin comes with.")
  private @Nullable Path folder;

  /** The files, as they are. */
  PackSource source() {
    return folder == null ? PackSource.builtIn() : source(folder);
  }

  /** The files of a folder, as they are. */
  static PackSource source(Path folder) {
    try {
      return PackSource.read(folder);
    } catch (IOException e) {
      throw new CommandFailedException("--packs: " + e.getMessage());
    }
  }

  /** The packs, which must be without problems. */
  List<Pack> packs() {
    return packs(source(), path -> before() + path);
  }

  /**
   * The packs of these files, which must be without problems.
   *
   * @param reached how a file is reached from here, by its path in the source
   */
  static List<Pack> packs(PackSource source, UnaryOperator<String> reached) {
    try {
      return Packs.parse(source);
    } catch (PackException e) {
      List<String> lines = new ArrayList<>();
      e.problems()
          .forEach(
              problem ->
                  lines.add(
                      "%s:%d:%d: %s"
                          .formatted(
                              reached.apply(problem.file()),
                              problem.line(),
                              problem.column(),
                              problem.message())));
      lines.add(lines.size() + " problems in the packs");
      throw new CommandFailedException(String.join(System.lineSeparator(), lines));
    }
  }

  /** The packs, compiled. */
  LexiconBundle bundle() {
    return bundle(packs());
  }

  /** Packs, compiled. */
  static LexiconBundle bundle(List<Pack> packs) {
    try {
      return LexiconBundle.compile(packs);
    } catch (RefusedEntriesException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()));
    }
  }

  /** What to put before a pack file's path to reach it from here. */
  String before() {
    return folder == null ? "lexicons/packs/" : before(folder);
  }

  /** The same for any folder of packs, or one pack. */
  static String before(Path given) {
    Path base = Files.exists(given.resolve("pack.yaml")) ? given.resolveSibling("") : given;
    return base.toString().isEmpty() ? "" : base + "/";
  }
}
