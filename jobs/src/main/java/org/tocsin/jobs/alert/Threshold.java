package org.tocsin.jobs.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Measure;
import org.tocsin.events.Sample;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Whether a window holds what its rule asks for, and the alert that says so. */
final class Threshold {
  private static final int MAX_OBSERVABLES = 100;

  private static final Comparator<Signal> STRONGEST_FIRST =
      Comparator.comparingDouble(Signal::score)
          .reversed()
          .thenComparing(signal -> signal.post().versionAt())
          .thenComparing(Signal::key);

  private Threshold() {}

  /**
   * Evaluates one window.
   *
   * @param group as in {@link Counted#group}
   * @param end of the window
   * @param standing what stands at its end, at least one, in any order
   * @return null when some measure is below its threshold
   */
  static @Nullable Alert evaluate(
      AlertRule rule, List<String> group, Instant end, List<Signal> standing) {
    int posts = distinct(standing, signal -> signal.post().id());
    int authors = distinct(standing, signal -> signal.post().author());
    int platforms = distinct(standing, signal -> signal.post().platform());
    int channels = distinct(standing, signal -> signal.post().channel());
    List<Measure> measures = new ArrayList<>();
    measure(measures, "posts", posts, rule.when().posts());
    measure(measures, "authors", authors, rule.when().authors());
    measure(measures, "platforms", platforms, rule.when().platforms());
    measure(measures, "channels", channels, rule.when().channels());
    if (measures.stream().anyMatch(measure -> measure.observed() < measure.threshold())) {
      return null;
    }
    Instant start = end.minus(rule.window());
    List<Signal> ordered = standing.stream().sorted(STRONGEST_FIRST).toList();
    List<Instant> times =
        standing.stream().map(signal -> signal.post().versionAt()).sorted().toList();
    Map<String, String> values = values(rule, group);
    return new Alert(
        Sha256.hex(rule.name() + Counted.name(group) + "|" + start).substring(0, 32),
        1,
        Alert.Status.OPEN,
        rule.name(),
        rule.title(),
        values,
        rule.severity(),
        start,
        end,
        reason(rule, values, posts, authors, platforms, measures),
        measures,
        posts,
        authors,
        platforms,
        channels,
        times.get(0),
        times.get(times.size() - 1),
        ordered.stream().limit(rule.samples()).map(Sample::of).toList(),
        ordered.stream()
            .flatMap(signal -> signal.observables().stream())
            .distinct()
            .limit(MAX_OBSERVABLES)
            .toList(),
        ordered.get(0).bundle());
  }

  private static int distinct(List<Signal> signals, Function<Signal, @Nullable String> of) {
    return (int) signals.stream().map(of).filter(Objects::nonNull).distinct().count();
  }

  private static void measure(
      List<Measure> measures, String name, int observed, @Nullable Integer asked) {
    if (asked != null) {
      measures.add(new Measure(name, observed, asked));
    }
  }

  private static Map<String, String> values(AlertRule rule, List<String> group) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < rule.groupBy().size(); i++) {
      GroupBy by = rule.groupBy().get(i);
      values.put(by.name().toLowerCase(Locale.ROOT), group.get(i));
    }
    return values;
  }

  private static String reason(
      AlertRule rule,
      Map<String, String> group,
      int posts,
      int authors,
      int platforms,
      List<Measure> measures) {
    List<String> asked =
        measures.stream()
            .map(measure -> "%s >= %d".formatted(measure.name(), (long) measure.threshold()))
            .toList();
    return "%s from %s on %s within %s matched %s; the rule asks for %s."
        .formatted(
            count(posts, "post"),
            count(authors, "account"),
            count(platforms, "platform"),
            inWords(rule.window()),
            String.join(", ", group.values()),
            String.join(" and ", asked));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String inWords(Duration window) {
    if (window.toSeconds() % 86_400 == 0) {
      return window.toDays() + " d";
    }
    if (window.toSeconds() % 3600 == 0) {
      return window.toHours() + " h";
    }
    return window.toSeconds() % 60 == 0 ? window.toMinutes() + " min" : window.toSeconds() + " s";
  }
}
