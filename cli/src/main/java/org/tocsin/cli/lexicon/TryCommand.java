package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.check.Revived;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.score.Scorer;
import org.tocsin.lexicons.score.Weighed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what new or changed entries would match, before they are in a pack. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows what the entries of a file would match in posts: how many per 10,000, some at random, and which entries of"
            + " the packs match the same posts.")
public final class TryCommand implements Callable<Integer> {
  private static final String TRIED = "try";

  @Parameters(paramLabel = "ENTRY.yaml", description = "A file as entries.yaml of a pack.")
  private Path file = Path.of("");

  @Option(
      names = "--with-sets-of",
      paramLabel = "FOLDER",
      description = "Folder name of the pack whose sets the entries use.")
  private String setsOf = "";

  @Option(
      names = "--show",
      defaultValue = "20",
      paramLabel = "N",
      description = "How many hits to show. Default: ${DEFAULT-VALUE}")
  private int show;

  @Mixin private PostsOption posts = new PostsOption();
  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PackSource source = packs.source();
    TreeMap<String, String> files = new TreeMap<>(source.files());
    try {
      files.put(TRIED + "/entries.yaml", Files.readString(file));
    } catch (IOException e) {
      throw new CommandFailedException(file + ": cannot be read: " + e.getMessage());
    }
    files.put(
        TRIED + "/pack.yaml",
        "id: try\nversion: 0\ntitle: tried\nlanguages: [en]\nowner: none\nlicence: none\nreview_by: 2100-01-01\n");
    String sets = source.files().get(setsOf + "/sets.yaml");
    if (sets != null) {
      files.put(TRIED + "/sets.yaml", sets);
    }
    Revived revived =
        Revived.drafts(
            PackFolder.packs(
                new PackSource(files),
                path ->
                    path.equals(TRIED + "/entries.yaml")
                        ? file.toString()
                        : packs.before() + path));
    if (!revived.refusals().isEmpty()) {
      throw new CommandFailedException(revived.refusals().get(0).toString());
    }
    Scorer scorer = new Scorer(revived.bundle());
    Hits hits = new Hits(show);
    long[] counts = new long[2];
    Map<String, Long> beside = new HashMap<>();
    posts.read(
        draft -> {
          counts[0]++;
          if (!scorer.match(draft.text(), draft.lang())) {
            return;
          }
          List<Weighed> found = scorer.weighed();
          List<Weighed> tried = found.stream().filter(hit -> tried(hit)).toList();
          if (!tried.isEmpty()) {
            counts[1]++;
            hits.offer(draft.text(), tried.get(0).start(), tried.get(0).end());
            Set<String> others = new TreeSet<>();
            found.stream()
                .filter(hit -> !tried(hit))
                .forEach(hit -> others.add(PackStats.name(hit.entry())));
            others.forEach(other -> beside.merge(other, 1L, Long::sum));
          }
        });
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        "%,d of %,d posts match: %.1f per 10,000%n",
        counts[1], counts[0], counts[0] == 0 ? 0 : 10_000.0 * counts[1] / counts[0]);
    hits.lines().forEach(line -> out.println("  " + line));
    beside.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            other ->
                out.printf("%d of them are matched by %s too%n", other.getValue(), other.getKey()));
    out.flush();
    return 0;
  }

  private static boolean tried(Weighed hit) {
    return hit.entry().pack().equals("try@0");
  }
}
