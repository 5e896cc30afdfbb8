package org.tocsin.cli.lexicon;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.watchlist.ListItem;
import org.tocsin.connectors.watchlist.ListReader;
import org.tocsin.connectors.watchlist.ListedName;
import org.tocsin.connectors.watchlist.OfacReader;
import org.tocsin.events.Category;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a pack of drafts from a list. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a new pack of draft entries from a list. Every item is imported, or told with the reason why not",
      "(all of them in not-imported.txt of the new pack); nothing that is there is overwritten."
    })
public final class ImportCommand implements Callable<Integer> {
  /** The most refused items that are printed. */
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FORMAT",
      description = {
        "plain: a word or phrase a line; csv: a column of a table;",
        "hurtlex: HurtLex 1.2 (tab-separated); ldnoobw: List of Dirty, Naughty, Obscene ... Words;",
        "un: UN Security Council Consolidated List (XML); ofac: sdn.csv, with --aliases alt.csv;",
        "opensanctions: targets.simple.csv."
      })
  private ImportFormat from = ImportFormat.plain;

  @Option(
      names = "--column",
      paramLabel = "COLUMN",
      description = "For csv: the column that holds the words.")
  private @Nullable String column;

  @Option(names = "--aliases", paramLabel = "FILE", description = "For ofac: the list's alt.csv.")
  private @Nullable Path aliases;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "KIND",
      description =
          "For lists of names: entity, individual, vessel, aircraft, other. Default: entity, for the name of one person"
              + " is shared by many.")
  private List<String> kinds = List.of("entity");

  @Option(
      names = "--programmes",
      split = ",",
      paramLabel = "PROGRAMME",
      description =
          "For lists of names: only holders that are listed under one of these, such as Al-Qaida or SDGT. Default: all.")
  private List<String> programmes = List.of();

  @Option(
      names = "--into",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the new pack; its name is the pack's id.")
  private Path into = Path.of("");

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description =
          "As hate. Default: hate for hurtlex and ldnoobw, propaganda for lists of names; else needed.")
  private @Nullable String category;

  @Option(
      names = "--lang",
      split = ",",
      paramLabel = "LANG",
      description =
          "As en. Default: what the file's name says (hurtlex_EN.tsv, en), all that Tocsin knows for lists of names;"
              + " else needed.")
  private List<String> languages = List.of();

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Where the list comes from. Needed for plain and csv.")
  private @Nullable String source;

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      description = "SPDX identifier of the list. Needed for plain and csv.")
  private @Nullable String licence;

  @Option(names = "--owner", required = true, description = "Who answers for the pack.")
  private String owner = "";

  @Option(names = "--today", paramLabel = "DATE", description = "Default: today.")
  private @Nullable LocalDate today;

  @Spec private @Nullable CommandSpec spec;
  private final List<String> mistakes = new ArrayList<>();

  @Override
  public Integer call() {
    String title = needed("--source", source, from.title());
    String licensed = needed("--licence", licence, from.licence());
    String kind = needed("--category", category, from.category());
    List<String> spoken =
        languages.isEmpty() ? from.languages(String.valueOf(file.getFileName())) : languages;
    needed("--lang", spoken.isEmpty() ? null : "", null);
    ImportedItems items = new ImportedItems(kinds(), lowered(programmes));
    check(kind);
    List<ListFile.Origin> origins = read(items::add);
    new DraftPack(
            into,
            title,
            spoken,
            kind,
            owner,
            licensed,
            from.listsNames(),
            origins,
            today == null ? LocalDate.now(ZoneOffset.UTC) : today)
        .write(items);
    print(items);
    return 0;
  }

  private String needed(String option, @Nullable String given, @Nullable String known) {
    String value = given == null ? known : given;
    if (value == null) {
      mistakes.add("Missing %s: --from %s does not tell it".formatted(option, from));
    }
    return Objects.requireNonNullElse(value, "");
  }

  private Set<ListedName.Kind> kinds() {
    Set<ListedName.Kind> wanted = EnumSet.noneOf(ListedName.Kind.class);
    for (String kind : kinds) {
      try {
        wanted.add(ListedName.Kind.valueOf(kind.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        mistakes.add(
            "--kinds: '%s': expected entity, individual, vessel, aircraft or other"
                .formatted(kind));
      }
    }
    return wanted;
  }

  private static Set<String> lowered(List<String> texts) {
    return texts.stream()
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private void check(String kind) {
    try {
      if (!kind.isEmpty()) {
        Category.of(kind);
      }
    } catch (IllegalArgumentException e) {
      mistakes.add("--category: " + e.getMessage());
    }
    if ((from == ImportFormat.csv) != (column != null)) {
      mistakes.add("--column goes with --from csv, which needs it");
    }
    if (aliases != null && from != ImportFormat.ofac) {
      mistakes.add("--aliases goes with --from ofac");
    }
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
  }

  private List<ListFile.Origin> read(Consumer<ListItem> sink) {
    List<ListFile.Origin> origins = new ArrayList<>();
    ListReader reader = from.reader(column);
    origins.add(ListFile.read(file, reader, sink));
    if (aliases != null && reader instanceof OfacReader ofac) {
      origins.add(ListFile.read(aliases, ofac::readAliases, sink));
    }
    return origins;
  }

  private void print(ImportedItems items) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    items.refused().stream().limit(SHOWN).forEach(out::println);
    if (items.refused().size() > SHOWN) {
      out.printf(
          "... and %d more in %s%n",
          items.refused().size() - SHOWN, into.resolve("not-imported.txt"));
    }
    items.reasons().forEach((reason, count) -> out.printf("%6d  %s%n", count, reason));
    out.printf(
        "%d items = %d imported as %d entries into %s + %d not%n",
        items.items(), items.imported(), items.drafts().size(), into, items.refused().size());
    out.flush();
  }
}
