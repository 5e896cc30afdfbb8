package org.tocsin.cli.lexicon;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.score.Scorer;
import org.tocsin.lexicons.score.Weighed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what changed between two versions of packs, and what that does to posts. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Tells which entries were added, removed and changed, and, with --on, which matches posts gain and lose.")
public final class DiffCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Parameters(index = "0", paramLabel = "OLD", description = "Packs as they were.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "Packs as they are.")
  private Path now = Path.of("");

  @Mixin private PostsOption posts = new PostsOption();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    LexiconBundle before = bundle(old);
    LexiconBundle after = bundle(now);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    entries(before, after, out);
    if (posts.given()) {
      matches(before, after, out);
    }
    out.flush();
    return 0;
  }

  private static LexiconBundle bundle(Path folder) {
    return PackFolder.bundle(
        PackFolder.packs(PackFolder.source(folder), path -> PackFolder.before(folder) + path));
  }

  private static void entries(LexiconBundle before, LexiconBundle after, PrintWriter out) {
    Map<String, Entry> was = byName(before);
    Map<String, Entry> is = byName(after);
    TreeSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    int changed = 0;
    for (String name : names) {
      Entry from = was.get(name);
      Entry to = is.get(name);
      if (from == null || to == null) {
        out.println((from == null ? "+ " : "- ") + name);
        changed++;
      } else {
        List<String> changes = Entries.changes(from, to);
        if (!changes.isEmpty()) {
          out.println("~ " + name);
          changes.forEach(change -> out.println("    " + change));
          changed++;
        }
      }
    }
    out.printf("%d entries differ%n", changed);
  }

  private static Map<String, Entry> byName(LexiconBundle bundle) {
    Map<String, Entry> entries = new TreeMap<>();
    bundle
        .packs()
        .forEach(
            pack ->
                pack.entries().forEach(entry -> entries.put(pack.id() + "/" + entry.id(), entry)));
    return entries;
  }

  private void matches(LexiconBundle before, LexiconBundle after, PrintWriter out) {
    Scorer was = new Scorer(before);
    Scorer is = new Scorer(after);
    Hits gained = new Hits(SHOWN);
    Hits lost = new Hits(SHOWN);
    long[] counts = new long[2];
    posts.read(
        draft -> {
          was.match(draft.text(), draft.lang());
          is.match(draft.text(), draft.lang());
          counts[0] += only(is.weighed(), was.weighed(), draft.text(), gained);
          counts[1] += only(was.weighed(), is.weighed(), draft.text(), lost);
        });
    out.printf("%nmatches gained: %d%n", counts[0]);
    gained.lines().forEach(line -> out.println("  + " + line));
    out.printf("matches lost: %d%n", counts[1]);
    lost.lines().forEach(line -> out.println("  - " + line));
  }

  /** Counts and samples the hits that the others do not have. */
  private static long only(List<Weighed> hits, List<Weighed> others, String text, Hits sample) {
    long count = 0;
    for (Weighed hit : hits) {
      if (others.stream().noneMatch(other -> same(hit, other))) {
        count++;
        sample.offer(text, hit.start(), hit.end());
      }
    }
    return count;
  }

  private static boolean same(Weighed one, Weighed other) {
    return one.entry().id().equals(other.entry().id())
        && one.start() == other.start()
        && one.end() == other.end();
  }
}
