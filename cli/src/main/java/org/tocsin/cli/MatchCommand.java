package org.tocsin.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.file.RecordReader;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.PackOptions;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.score.Scorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The matcher alone: one JSON line for each post, in order; memory does not grow with the input.
 */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints one JSON line for each post: what in it matched, and whether an alert rule would count it.",
      "What cannot be read is told on standard error."
    })
public final class MatchCommand implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private PackOptions packs = new PackOptions();
  @Mixin private WatchlistOptions watchlists = new WatchlistOptions();

  @Parameters(
      arity = "0..1",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "Posts; - or nothing reads standard input.")
  private Path file = Path.of("-");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    PostFormat postFormat = format.read(null, mistakes);
    boolean standardInput = file.toString().equals("-");
    if (!standardInput && !Files.isRegularFile(file)) {
      mistakes.add(file + ": there is no such file");
    }
    if (!mistakes.isEmpty() || postFormat == null) {
      throw new WrongUsageException(mistakes);
    }
    Scorer scorer = new Scorer(Bundles.of(packs.read()), watchlists.read());
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    OutputStream out = new BufferedOutputStream(System.out, BUFFER);
    try (InputStream in = standardInput ? System.in : Files.newInputStream(file);
        RecordReader records = postFormat.framing().open(new BufferedInputStream(in, BUFFER))) {
      MatchPrinter printer = new MatchPrinter(postFormat, scorer, out, err);
      for (byte[] record = records.next(); record != null; record = records.next()) {
        printer.print(RawRecord.ofFile(record, file.toString(), records.line(), 0));
      }
      out.flush();
      printer.summary();
      return 0;
    } catch (IOException e) {
      throw new CommandFailedException(file + ": " + e.getMessage());
    }
  }
}
