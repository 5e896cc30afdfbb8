package org.tocsin.cli.lexicon;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.CsvFormat;
import org.tocsin.events.Category;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds what packs flag to what people labelled. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures packs on a labelled CSV file with a header row: precision, recall, F1, false alarms per 10,000,",
      "the share flagged under each label, and for each entry how often it was right."
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "CSV with a header row.")
  private Path file = Path.of("");

  @Option(
      names = "--text",
      required = true,
      paramLabel = "COLUMN",
      description = "Column that holds the text.")
  private String text = "";

  @Option(
      names = "--label",
      required = true,
      paramLabel = "COLUMN",
      description = "Column that holds the label.")
  private String label = "";

  @Option(
      names = "--positive",
      required = true,
      split = ",",
      paramLabel = "VALUE",
      description = "Labels of posts that should be flagged.")
  private List<String> positive = List.of();

  @Option(
      names = "--negative",
      split = ",",
      paramLabel = "VALUE",
      description = "Labels of posts that should not; others are left out. Default: all others.")
  private List<String> negative = List.of();

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "Only signals of this category, such as hate. Default: any.")
  private @Nullable String category;

  @Option(
      names = "--matched",
      description =
          "Counts every post in which something matched, not only those that a rule counts.")
  private boolean matched;

  @Option(
      names = "--lang",
      defaultValue = "und",
      paramLabel = "LANG",
      description = "Declared language of all posts. Default: ${DEFAULT-VALUE}, not known.")
  private String lang = "und";

  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Category only = only();
    Scorer scorer = new Scorer(packs.bundle());
    Evaluation evaluation = new Evaluation(positive, negative);
    Map<CsvFormat.Field, String> columns = new EnumMap<>(CsvFormat.Field.class);
    columns.put(CsvFormat.Field.TEXT, text);
    // The one field that is kept as it is written.
    columns.put(CsvFormat.Field.ID, label);
    long unreadable =
        PostFile.read(
            file,
            new CsvFormat(columns),
            draft -> {
              List<Finding> findings = List.of();
              if (scorer.match(draft.text(), lang)) {
                findings =
                    scorer.findings(draft.text()).stream()
                        .filter(finding -> only == null || finding.category() == only)
                        .toList();
              }
              boolean flagged =
                  matched ? !findings.isEmpty() : findings.stream().anyMatch(Finding::flagged);
              evaluation.add(
                  draft.givenId(),
                  flagged,
                  findings.stream()
                      .flatMap(finding -> finding.matches().stream())
                      .map(match -> match.pack() + "/" + match.entry())
                      .collect(Collectors.toSet()));
            });
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(evaluation.table());
    if (unreadable > 0) {
      out.printf("%d rows could not be read%n", unreadable);
    }
    out.flush();
    return 0;
  }

  private @Nullable Category only() {
    try {
      return category == null ? null : Category.of(category);
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(List.of("--category: " + e.getMessage()));
    }
  }
}
