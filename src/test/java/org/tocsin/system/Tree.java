package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The tree that was built, and where tests write in it. */
final class Tree {
  static final Path ROOT = Path.of(property("tocsin.root")).normalize();
  static final Path JAR = ROOT.resolve("jobs/target/tocsin.jar");
  static final Path SAMPLES = ROOT.resolve("samples/posts.jsonl");

  /** A small pack: tests do not hang on the packs that keepers edit. */
  static final Path SAMPLE_PACKS = ROOT.resolve("samples/packs");

  /** What Flink opens of the JDK, as the launcher does. */
  static final List<String> JVM_OPENS = List.of(property("tocsin.jvm.opens").split(" ", -1));

  private static final Path BUILT = ROOT.resolve("target/system-tests");
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  private Tree() {}

  /** The class path of the CLI, as the launcher has it. */
  static String cliClassPath() {
    return ROOT.resolve("cli/target/classes")
        + File.pathSeparator
        + ROOT.resolve("cli/target/lib")
        + File.separator
        + "*";
  }

  /** The class path of a kind of process: {@code flink} or {@code kafka}. */
  static String processClassPath(String kind) {
    return BUILT.resolve(kind) + File.separator + "*";
  }

  /** A new empty folder; kept after the tests, for their logs. */
  static Path newFolder(String name) throws IOException {
    Path folder =
        BUILT
            .resolve("work")
            .resolve(ProcessHandle.current().pid() + "-" + FOLDERS.incrementAndGet() + "-" + name);
    return Files.createDirectories(folder);
  }

  /** A file with the secret of all runs, so that they give the same pseudonyms. */
  static Path pseudonymKey() throws IOException {
    return Files.writeString(
        newFolder("key").resolve("pseudonym.key"), "a secret for tests only, 32+ bytes");
  }

  /** A watchlist of these addresses, imported as an analyst does. */
  static Path watchlist(String... addresses) throws Exception {
    Path folder = newFolder("watchlist");
    Path text = Files.write(folder.resolve("addresses.txt"), List.of(addresses));
    Path list = folder.resolve("made-up.watchlist");
    Child imported =
        Command.tocsin(List.of(), "watchlist", "import", "--from", "plain", text.toString())
            .with("--list", "made-up", "--out", list.toString())
            .run("import");
    assertThat(imported.exitCode()).as(imported.tail()).isZero();
    return list;
  }

  /** The small pack and more, in a folder of its own. */
  static Path samplePacks(String entries, String rules) throws IOException {
    Path folder = Files.createDirectories(newFolder("packs").resolve("starter"));
    try (Stream<Path> files = Files.list(SAMPLE_PACKS.resolve("starter"))) {
      for (Path file : files.toList()) {
        String more =
            switch (file.getFileName().toString()) {
              case "entries.yaml" -> entries;
              case "rules.yaml" -> rules;
              default -> "";
            };
        Files.writeString(folder.resolve(file.getFileName()), Files.readString(file) + more);
      }
    }
    return folder.resolve("..").normalize();
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name + " is set by failsafe");
  }
}
