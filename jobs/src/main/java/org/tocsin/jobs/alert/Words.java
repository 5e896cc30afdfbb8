package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Measure;
import org.tocsin.events.Observable;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** The sentences of alerts. */
final class Words {
  private static final int LONGEST_VALUE = 80;

  private Words() {}

  /** One sentence with numbers: what gathered, how fast, against what. */
  static String reason(
      AlertRule rule,
      Map<String, String> group,
      Window window,
      List<Measure> measures,
      @Nullable Surprise surprise,
      @Nullable FirstSeen news) {
    return "%s%s from %s on %s within %s %s; %s%s."
        .formatted(
            window.exact ? "" : "About ",
            count(window.posts, "post"),
            count(window.authors, "account"),
            count(window.platforms, "platform"),
            span(Duration.ofMillis(window.last - window.first)),
            what(rule, group),
            surprise == null ? asked(measures) : usual(surprise),
            news == null ? "" : "; " + news.words());
  }

  private static String what(AlertRule rule, Map<String, String> group) {
    List<String> values = new ArrayList<>();
    String verb = "matched";
    for (GroupBy by : rule.groupBy()) {
      String value = group.getOrDefault(by.label(), "");
      switch (by) {
        case OBSERVABLE, LINK_DOMAIN -> {
          verb = "shared";
          values.add(0, value);
        }
        case NEAR_DUPLICATE -> verb = "repeated one text";
        case HASHTAG -> values.add("#" + value);
        case AUTHOR -> values.add("account " + value.substring(0, Math.min(8, value.length())));
        default -> values.add(value);
      }
    }
    String all = String.join(", ", values);
    return all.isEmpty()
        ? verb
        : verb + " " + (all.length() > LONGEST_VALUE ? all.substring(0, LONGEST_VALUE) + "…" : all);
  }

  private static String asked(List<Measure> measures) {
    return "the rule asks for "
        + String.join(
            " and ",
            measures.stream()
                .filter(measure -> !measure.name().equals(FirstSeen.MEASURE))
                .map(measure -> "%s >= %s".formatted(measure.name(), number(measure.threshold())))
                .toList());
  }

  private static String usual(Surprise surprise) {
    return "usual: %s%s"
        .formatted(
            number(surprise.expected()),
            surprise.coldStart() ? " (little history: less than a week)" : "");
  }

  static String number(double number) {
    if (number == Math.rint(number)) {
      return String.valueOf((long) number);
    }
    return String.format(
        Locale.ROOT, number >= 10 ? "%.0f" : number >= 0.1 ? "%.1f" : "%.2g", number);
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A time in its largest fitting unit, rounded up. */
  static String span(Duration span) {
    long seconds = Math.max(1, (span.toMillis() + 999) / 1000);
    if (seconds <= 120 && seconds % 60 != 0) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    if (minutes < 120 && minutes % 60 != 0) {
      return minutes + " min";
    }
    long hours = (minutes + 59) / 60;
    return hours < 48 && hours % 24 != 0 ? hours + " h" : (hours + 23) / 24 + " d";
  }

  /**
   * A value of a group as people read it: nothing that is, or names, a place on the net is spelt so
   * that software makes it a link.
   *
   * @param by what it is a value of
   */
  static String shown(GroupBy by, String value) {
    int colon = value.indexOf(':');
    return switch (by) {
      case OBSERVABLE ->
          colon < 0
              ? value
              : value.substring(0, colon + 1)
                  + new Observable(
                          value.substring(0, colon), value.substring(colon + 1), 0, 0, null)
                      .defanged();
      // Some platforms and channels are named by an address.
      case LINK_DOMAIN, PLATFORM, CHANNEL, HASHTAG ->
          value.replace("http", "hxxp").replace(".", "[.]");
      case CATEGORY, LANGUAGE, AUTHOR, ENTRY, TARGET_GROUP, NEAR_DUPLICATE -> value;
    };
  }
}
