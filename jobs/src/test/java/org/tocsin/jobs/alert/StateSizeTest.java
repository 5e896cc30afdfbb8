package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Observable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.baseline.History;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** How much all shipped rules keep of each group, when few accounts write much and many little. */
class StateSizeTest {
  private static final List<Category> CATEGORIES = List.of(Category.values());
  private static final long END = Duration.ofDays(1).toMillis();
  private static final String TEXT = "a text as long as many posts are, word for word, ".repeat(4);

  @Test
  void state_ofARuleAndGroup_isAtMostTwoKilobytesInTheMedian() throws Exception {
    List<Pack> packs = Packs.parse(PackSource.builtIn());
    RuleBook book = RuleBook.of(packs);
    Map<String, Integer> sizes = new TreeMap<>();
    for (Map.Entry<String, Map<Long, Pane>> group : held(book).entrySet()) {
      AlertRule rule = Objects.requireNonNull(book.rule(Partial.rule(group.getKey())));
      int size = rule.when().rate() == null ? 0 : History.of(rule.window()).toBytes().length;
      for (Pane pane : group.getValue().values()) {
        size += PaneCodec.write(pane).length;
      }
      sizes.put(group.getKey(), size);
    }
    List<Integer> sorted = new ArrayList<>(sizes.values());
    sorted.sort(null);

    assertThat(sorted).hasSizeGreaterThan(1_000);
    assertThat(sorted.get(sorted.size() / 2)).isLessThan(2_048);
  }

  /** Panes by rule and group that a window at the end of the day may still be judged by. */
  private static Map<String, Map<Long, Pane>> held(RuleBook book) {
    Map<String, Map<Long, Pane>> held = new TreeMap<>();
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      Signal signal = signal(i, random);
      Change change = Change.first(signal);
      for (AlertRule rule : book.routing().rules(signal)) {
        long length = rule.pane().toMillis();
        long start = Windows.start(change.at(), length);
        for (List<String> group : book.routing().groups(rule, signal)) {
          if (start + rule.window().toMillis() > END) {
            held.computeIfAbsent(Partial.key(book.key(rule), group), key -> new TreeMap<>())
                .computeIfAbsent(start, s -> new Pane(s, length, rule.panes(), rule.samples()))
                .add(Row.of(change).of(rule, signal), Evidence.of(change));
          }
        }
      }
    }
    return held;
  }

  private static Signal signal(int i, Random random) {
    int author = (int) (2_000 * Math.pow(random.nextDouble(), 3));
    Signal signal =
        Signals.of(
            "x:" + i,
            (long) (random.nextDouble() * END),
            CATEGORIES.get(random.nextInt(CATEGORIES.size())),
            "0123456789abcdef0123456789ab" + author,
            random.nextInt(4) == 0 ? "mastodon" : "x",
            random.nextInt(3) == 0 ? "ru" : "en",
            0.5,
            TEXT);
    return random.nextInt(10) > 0
        ? signal
        : Signals.naming(
            signal, new Observable("btc", "bc1qexample" + random.nextInt(200), 0, 4, true));
  }
}
