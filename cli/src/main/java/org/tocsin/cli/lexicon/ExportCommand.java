package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.csv.CsvText;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes entries as a table. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes all entries as CSV to standard output, one row each; lists are joined by ' | '.",
      "A cell that a spreadsheet would take for a formula begins with an apostrophe."
    })
public final class ExportCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "match",
          "query",
          "category",
          "languages",
          "mode",
          "suffixes",
          "evasions",
          "severity",
          "weight",
          "status",
          "meaning",
          "benign",
          "unless",
          "needs",
          "exceptions",
          "target_group",
          "source",
          "added",
          "review_by");

  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> header = new ArrayList<>(List.of("pack", "licence"));
    header.addAll(COLUMNS);
    CsvText csv = new CsvText(header);
    try (csv) {
      for (Pack pack : packs.packs()) {
        for (Entry entry : pack.entries()) {
          csv.row(row(pack, entry));
        }
      }
    } catch (IOException e) {
      throw new CommandFailedException("cannot write the table: " + e.getMessage());
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(csv.text());
    out.flush();
    return 0;
  }

  private static List<String> row(Pack pack, Entry entry) {
    Map<String, Object> values = Entries.values(entry);
    List<String> cells = new ArrayList<>(List.of(pack.name(), pack.licence()));
    COLUMNS.forEach(column -> cells.add(cell(values.getOrDefault(column, ""))));
    return cells;
  }

  private static String cell(Object value) {
    return value instanceof Collection<?> items
        ? items.stream().map(String::valueOf).collect(Collectors.joining(" | "))
        : value.toString();
  }
}
