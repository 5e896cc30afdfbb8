package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts what packs find in posts. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Counts, over posts, what matches: by entry and language, per 10,000 posts, which entries match together, which",
      "never, and which queries take longest."
    })
public final class StatsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POSTS", description = "File of posts.")
  private Path posts = Path.of("");

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private PackFolder packs = new PackFolder();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes all of it to a CSV file too, one row each.")
  private @Nullable Path csv;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Writes all of it to a page with charts too, which needs no network.")
  private @Nullable Path html;

  @Option(
      names = "--times",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Measures how long each query takes, on at most 1,000 of the posts. Default: yes.")
  private boolean times = true;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<String> mistakes = new ArrayList<>();
    PostFormat postFormat = format.read(null, mistakes);
    if (postFormat == null) {
      throw new WrongUsageException(mistakes);
    }
    LexiconBundle bundle = packs.bundle();
    Scorer scorer = new Scorer(bundle);
    PackStats stats = new PackStats(bundle.packs());
    QueryTimes queries = new QueryTimes();
    long unreadable =
        PostFile.read(
            posts,
            postFormat,
            draft -> {
              boolean flagged = false;
              Set<String> matched = new TreeSet<>();
              if (scorer.match(draft.text(), draft.lang())) {
                scorer.weighed().forEach(hit -> matched.add(PackStats.name(hit.entry())));
                flagged = scorer.findings(draft.text()).stream().anyMatch(Finding::flagged);
              }
              stats.add(draft.lang(), matched, flagged);
              if (times) {
                queries.offer(draft.text(), draft.lang());
              }
            });
    StatsReport report = stats.report(unreadable, queries.of(bundle.packs()));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(StatsText.table(report));
    out.flush();
    write("--csv", csv, () -> StatsText.csv(report));
    write("--html", html, () -> StatsPage.render(page(report, bundle)));
    return 0;
  }

  private StatsPage page(StatsReport report, LexiconBundle bundle) {
    return new StatsPage(
        "Lexicon statistics: " + posts.getFileName(),
        report,
        bundle.packs().stream().map(Pack::name).collect(Collectors.joining(", ")),
        bundle.digest());
  }

  private static void write(String option, @Nullable Path file, Supplier<String> text) {
    if (file != null) {
      try {
        Files.writeString(file, text.get());
      } catch (IOException e) {
        throw new CommandFailedException(option + ": cannot write " + e.getMessage());
      }
    }
  }
}
