package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.LexiconBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compiles packs to one file. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compiles packs to one bundle file, named by the digest of what it holds.")
public final class CompileCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The bundle file; replaced in one step when it is there.")
  private Path file = Path.of("");

  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    LexiconBundle bundle = packs.bundle();
    try {
      bundle.write(file.toAbsolutePath());
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      out.printf(
          "%s: %d packs, %d entries, %,d bytes%nbundle %s%n",
          file,
          bundle.packs().size(),
          bundle.packs().stream().mapToInt(pack -> pack.entries().size()).sum(),
          Files.size(file),
          bundle.digest());
      out.flush();
      return 0;
    } catch (IOException e) {
      throw new CommandFailedException(file + ": cannot be written: " + e.getMessage());
    }
  }
}
