package org.tocsin.cli.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tocsin.cli.lexicon.StatsReport.QueryTime;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * The time that each query takes alone, on a fair random sample of posts: Vitter's algorithm R,
 * always the same. A job that asks for no times does none of this.
 */
final class QueryTimes {
  private static final int SAMPLE = 1_000;
  private static final int ROUNDS = 3;

  private final Random random = new Random(1);
  private final List<Text> sample = new ArrayList<>();
  private long seen;

  private record Text(String text, String lang) {}

  /** Offers a post for the sample. */
  void offer(String text, String lang) {
    seen++;
    if (sample.size() < SAMPLE) {
      sample.add(new Text(text, lang));
    } else {
      long place = random.nextLong(seen);
      if (place < SAMPLE) {
        sample.set((int) place, new Text(text, lang));
      }
    }
  }

  /** All queries that are looked for, the slowest first. */
  List<QueryTime> of(List<Pack> packs) {
    if (sample.isEmpty()) {
      return List.of();
    }
    List<QueryTime> times = new ArrayList<>();
    double floor = Double.MAX_VALUE;
    for (Pack pack : packs) {
      for (Entry entry : pack.entries()) {
        if (entry.query() != null && entry.status().matched()) {
          double micros = micros(alone(pack, entry).newMatcher());
          times.add(new QueryTime(PackStats.name(entry), micros));
          floor = Math.min(floor, micros);
        }
      }
    }
    double scan = floor;
    return times.stream()
        .map(time -> new QueryTime(time.name(), time.micros() - scan))
        .sorted(Comparator.comparingDouble(QueryTime::micros).reversed())
        .toList();
  }

  private static LexiconBundle alone(Pack pack, Entry entry) {
    return LexiconBundle.compile(
        List.of(
            new Pack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.languages(),
                pack.owner(),
                pack.licence(),
                List.of(entry),
                Map.copyOf(pack.sets()),
                List.of())));
  }

  /** The quickest of some rounds: what else runs on the machine only ever adds. */
  private double micros(Matcher matcher) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (Text post : sample) {
        matcher.match(post.text(), post.lang(), (entry, from, to, how) -> {});
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    return best / 1_000.0 / sample.size();
  }
}
