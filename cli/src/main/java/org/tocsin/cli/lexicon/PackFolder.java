package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    return packs(source());
  }

  /** The packs of these files, which must be without problems. */
  static List<Pack> packs(PackSource source) {
    try {
      return Packs.parse(source);
    } catch (PackException e) {
      throw new CommandFailedException(
          e.getMessage() + System.lineSeparator() + e.problems().size() + " problems in the packs");
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
    Path given = folder;
    if (given == null) {
      return "lexicons/packs/";
    }
    Path base = Files.exists(given.resolve("pack.yaml")) ? given.resolveSibling("") : given;
    return base.toString().isEmpty() ? "" : base + "/";
  }
}
