package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.CsvFormat;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.TextFormat;
import org.tocsin.events.Category;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.PackWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a pack of drafts from a list of words. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a new pack of draft entries from a list: one word or phrase a line, or a column of a CSV file.",
      "Every row is imported, or told with the reason why not; nothing that is there is overwritten."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int MONTHS_TO_REVIEW = 6;

  /** How lists are written. */
  enum From {
    plain,
    csv
  }

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path file = Path.of("");

  @Option(names = "--from", required = true, paramLabel = "FORMAT", description = "plain or csv.")
  private From from = From.plain;

  @Option(
      names = "--column",
      paramLabel = "COLUMN",
      description = "For csv: the column that holds the words.")
  private @Nullable String column;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the new pack; its name is the pack's id.")
  private Path into = Path.of("");

  @Option(names = "--category", required = true, paramLabel = "CATEGORY", description = "As hate.")
  private String category = "";

  @Option(names = "--lang", required = true, paramLabel = "LANG", description = "As en.")
  private String lang = "";

  @Option(names = "--source", required = true, description = "Where the list comes from.")
  private String source = "";

  @Option(names = "--licence", required = true, description = "SPDX identifier of the list.")
  private String licence = "";

  @Option(names = "--owner", required = true, description = "Who answers for the pack.")
  private String owner = "";

  @Option(names = "--today", paramLabel = "DATE", description = "Default: today.")
  private @Nullable LocalDate today;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PostFormat format = format();
    LocalDate day = today == null ? LocalDate.now(ZoneOffset.UTC) : today;
    ImportedRows rows =
        new ImportedRows(
            Map.of(
                "category",
                category,
                "meaning",
                "Imported, not yet reviewed.",
                "source",
                source,
                "status",
                "draft",
                "added",
                day.toString(),
                "review_by",
                day.plusMonths(MONTHS_TO_REVIEW).toString()));
    long unreadable = PostFile.read(file, format, draft -> rows.add(draft.text()));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    rows.refused().forEach(out::println);
    write(rows, day);
    out.printf(
        "%d rows: %d imported into %s, %d not, %d unreadable%n",
        rows.rows() + unreadable, rows.entries().size(), into, rows.refused().size(), unreadable);
    out.flush();
    return 0;
  }

  private PostFormat format() {
    try {
      Category.of(category);
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(List.of("--category: " + e.getMessage()));
    }
    if ((from == From.csv) != (column != null)) {
      throw new WrongUsageException(List.of("--column goes with --from csv, which needs it"));
    }
    if (column == null) {
      return new TextFormat();
    }
    Map<CsvFormat.Field, String> columns = new EnumMap<>(CsvFormat.Field.class);
    columns.put(CsvFormat.Field.TEXT, column);
    return new CsvFormat(columns);
  }

  private void write(ImportedRows rows, LocalDate day) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("id", String.valueOf(into.toAbsolutePath().normalize().getFileName()));
    head.put("version", "1");
    head.put("title", "Imported from " + file.getFileName());
    head.put("languages", List.of(lang));
    head.put("owner", owner);
    head.put("licence", licence);
    head.put("sources", List.of(source));
    head.put("review_by", day.plusMonths(MONTHS_TO_REVIEW).toString());
    try {
      Files.createDirectories(into);
      Files.writeString(
          into.resolve("pack.yaml"), PackWriter.mapping(head), StandardOpenOption.CREATE_NEW);
      Files.writeString(
          into.resolve("entries.yaml"),
          PackWriter.list("entries", rows.entries()),
          StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot make a new pack in %s: %s".formatted(into, e.getMessage()));
    }
  }
}
