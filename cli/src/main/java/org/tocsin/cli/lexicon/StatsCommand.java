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
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.LexiconBundle;
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
    description =
        "Counts, over posts, what matches: by entry and language, per 10,000 posts, which entries match together, which never.")
public final class StatsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POSTS", description = "File of posts.")
  private Path posts = Path.of("");

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private PackFolder packs = new PackFolder();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes the counts by entry to a CSV file too.")
  private @Nullable Path csv;

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
            });
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(stats.table());
    if (unreadable > 0) {
      out.printf("%d records could not be read%n", unreadable);
    }
    out.flush();
    if (csv != null) {
      try {
        Files.writeString(csv, stats.csv());
      } catch (IOException e) {
        throw new CommandFailedException("--csv: " + e.getMessage());
      }
    }
    return 0;
  }
}
