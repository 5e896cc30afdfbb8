package org.tocsin.cli.watchlist;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a watchlist from published lists. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a watchlist file from files of one published list. Every name and address is imported, or told with its place",
      "and the reason why not; all of those are written to FILE.not-imported.txt beside the watchlist."
    })
public final class ImportCommand implements Callable<Integer> {
  /** The most refused things that are printed. */
  private static final int SHOWN = 20;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The list as it is published.")
  private List<Path> files = List.of();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FORMAT",
      description = {
        "un: UN Security Council Consolidated List (XML); ofac-sdn: sdn.csv, then alt.csv;",
        "ofac-advanced: SDN_ADVANCED.XML; opensanctions: targets.simple.csv; ftm: entities.ftm.json;",
        "plain: one wallet, account or invite link a line (ofac_XBT.txt calls its addresses XBT)."
      })
  private ImportFormat from = ImportFormat.PLAIN;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The watchlist; replaced in one step when it is there.")
  private Path out = Path.of("");

  @Option(
      names = "--list",
      paramLabel = "NAME",
      description =
          "What references begin with, as in NAME:12345. Default: un, ofac, opensanctions; for plain the file's name.")
  private @Nullable String list;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private @Nullable CommandSpec spec;

  /** What is told of an import. */
  private record Told(
      String file,
      int read,
      int imported,
      int notImported,
      Contents contents,
      List<Import.Refused> refused) {}

  @Override
  public Integer call() {
    check();
    Import imported = new Import(from, list);
    Watchlist watchlist = imported.read(files);
    if (watchlist.items().isEmpty()) {
      imported.refused().stream().limit(SHOWN).forEach(spec().commandLine().getErr()::println);
      throw new CommandFailedException(
          "%s: nothing in it can be watched for: is it --from %s?".formatted(files.get(0), from));
    }
    write(watchlist, imported.refused());
    PrintWriter printer = spec().commandLine().getOut();
    Contents contents = Contents.of(watchlist);
    if (json.asked()) {
      json.print(
          printer,
          new Told(
              out.toString(),
              imported.read(),
              imported.taken(),
              imported.refused().size(),
              contents,
              imported.refused()));
    } else {
      print(imported, contents, printer);
    }
    printer.flush();
    return 0;
  }

  private void check() {
    List<String> mistakes = new ArrayList<>();
    if (list != null && !list.matches("[a-z0-9][a-z0-9._-]*")) {
      mistakes.add("--list '%s': expected small letters, digits, '.', '_' and '-'".formatted(list));
    }
    if (from == ImportFormat.OFAC_SDN && files.size() > 2) {
      mistakes.add(
          "--from ofac-sdn takes sdn.csv and alt.csv, not %d files".formatted(files.size()));
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      mistakes.add("--out %s: its folder does not exist".formatted(out));
    }
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
  }

  private void write(Watchlist watchlist, List<Import.Refused> refused) {
    try {
      watchlist.write(out.toAbsolutePath());
      Files.write(rest(), refused.stream().map(Import.Refused::toString).toList());
    } catch (IOException e) {
      throw new CommandFailedException(out + ": cannot be written: " + e.getMessage());
    }
  }

  private Path rest() {
    return out.resolveSibling(out.getFileName() + ".not-imported.txt");
  }

  private void print(Import imported, Contents contents, PrintWriter printer) {
    imported.refused().stream().limit(SHOWN).forEach(printer::println);
    if (imported.refused().size() > SHOWN) {
      printer.printf("... and %d more in %s%n", imported.refused().size() - SHOWN, rest());
    }
    imported.reasons().forEach((reason, count) -> printer.printf("%6d  %s%n", count, reason));
    printer.printf(
        "%d read = %d imported + %d not%n",
        imported.read(), imported.taken(), imported.refused().size());
    contents.print(printer);
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
