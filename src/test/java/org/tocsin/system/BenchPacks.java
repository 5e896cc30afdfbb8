package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Folders of packs that benches run with. */
final class BenchPacks {
  /** What the entry of the rule that is timed matches. */
  static final String PHRASE = "lights the seventh lamp";

  private static final Path SHIPPED = Tree.ROOT.resolve("lexicons/packs");

  private BenchPacks() {}

  /** The packs that Tocsin comes with. */
  static Path shipped() throws IOException {
    return copy(name -> true);
  }

  /** Of them neither entries nor rules. */
  static Path empty() throws IOException {
    return copy(
        name ->
            !name.startsWith("entries")
                && !name.equals("rules.yaml")
                && !name.equals("examples.yaml"));
  }

  /** The shipped ones and a rule that rings every ten seconds for each account of the phrase. */
  static Path timed() throws IOException {
    Path packs = shipped();
    Path bench = Files.createDirectory(packs.resolve("bench"));
    Files.writeString(
        bench.resolve("pack.yaml"),
        """
        id: bench
        version: "1"
        title: "Bench"
        languages: [en]
        owner: bench
        licence: Apache-2.0
        sources: ["synthetic"]
        review_by: 2027-11-24
        """);
    Files.writeString(
        bench.resolve("entries.yaml"),
        """
        entries:
          - id: bench.lamp
            match: ["%s"]
            mode: exact
            category: propaganda
            severity: P3
            weight: 0.9
            status: active
            meaning: "A made-up phrase of this bench."
            benign: ["Anybody who has seven lamps"]
            source: "this bench"
            added: 2026-11-24
            review_by: 2027-11-24
        """
            .formatted(PHRASE));
    Files.writeString(
        bench.resolve("rules.yaml"),
        """
        rules:
          - id: timed
            title: The phrase of the bench
            on: {entries: [bench.lamp]}
            group_by: [author]
            window: 10s
            when: {posts: 1}
            severity: P3
            budget: 100000
            digest_above: 10000
            status: active
        """);
    return packs;
  }

  private static Path copy(Predicate<String> wanted) throws IOException {
    Path to = Tree.newFolder("packs");
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (wanted.test(file.getFileName().toString())) {
          Path copy = to.resolve(SHIPPED.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return to;
  }
}
