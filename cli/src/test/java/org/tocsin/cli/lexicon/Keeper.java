package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.cli.Tocsin;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine;

/** A folder with one small pack, and the commands run on it as a keeper runs them. */
final class Keeper {
  static final String ENTRY =
      "  - {id: %s, match: %s, category: arms, status: active, meaning: A test word., source: a book,"
          + " added: 2026-01-01, review_by: 2027-01-01%s}\n";

  private final Path folder;

  /** What the last command printed. */
  String out = "";

  /** What it told on standard error. */
  String err = "";

  Keeper(Path folder) {
    this.folder = folder;
    file(
        "t/pack.yaml",
        "id: t\nversion: 1\ntitle: T\nlanguages: [en]\nowner: o\nlicence: Apache-2.0\nsources: [a book]\nreview_by: 2027-01-01\n");
    file(
        "t/entries.yaml",
        "entries:\n"
            + ENTRY.formatted("red", "red harbour", ", weight: 0.4, unless: [painting]")
            + ENTRY.formatted("green", "green hills", ""));
    file("t/context.yaml", "context:\n  - {tag: news, cues: [reported], lowers: 0.5}\n");
    file(
        "t/rules.yaml",
        "rules:\n  - {id: r, title: R, on: {categories: [arms], min_score: 0.3}, window: 1h, when: {posts: 1},"
            + " severity: P3, status: active}\n");
  }

  Path file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a test file", e);
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Runs {@code lexicon COMMAND --packs FOLDER/t}. */
  int run(String command, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "lexicon";
    args[1] = command;
    System.arraycopy(more, 0, args, 2, more.length);
    args[more.length + 2] = "--packs";
    args[more.length + 3] = folder.resolve("t").toString();
    return plain(args);
  }

  /** Runs a command line as it is. */
  int plain(String... args) {
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    CommandLine command = CommandRunner.prepare(new CommandLine(new Tocsin()));
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(told));
    int code = command.execute(args);
    out = printed.toString();
    err = told.toString();
    return code;
  }
}
