package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Measure;
import org.tocsin.events.Observable;
import org.tocsin.events.Severity;
import org.tocsin.jobs.baseline.Surprise;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Cooccur;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Sequence;

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
    return "%s%s from %s on %s%s %s; %s%s."
        .formatted(
            window.exact ? "" : "About ",
            count(window.posts, "post"),
            count(window.authors, "account"),
            count(window.platforms, "platform"),
            window.posts > 1
                ? " within " + span(Duration.ofMillis(window.last - window.first))
                : "",
            what(rule, group, window),
            surprise == null ? asked(measures) + step(rule, window) : usual(surprise),
            news == null ? "" : "; " + news.words());
  }

  /** What was seen, and where: each dimension of the group as a part of a sentence. */
  private static String what(AlertRule rule, Map<String, String> group, Window window) {
    String verb = "matched";
    List<String> seen = new ArrayList<>();
    StringBuilder where = new StringBuilder();
    for (GroupBy by : rule.groupBy()) {
      String value = group.getOrDefault(by.label(), "");
      switch (by) {
        case OBSERVABLE, LINK_DOMAIN -> {
          verb = "shared";
          seen.add(0, value);
        }
        case NEAR_DUPLICATE -> verb = "repeated one text";
        case HASHTAG -> seen.add("#" + value);
        case CATEGORY, ENTRY, TARGET_GROUP -> seen.add(value);
        case LANGUAGE ->
            where.append(value.equals("und") ? " in an unknown language" : " in " + value);
        case PLATFORM -> where.append(" on ").append(value);
        case CHANNEL -> where.append(" in channel ").append(value);
        case AUTHOR ->
            where.append(", all by account ").append(value, 0, Math.min(8, value.length()));
      }
    }
    String together = together(rule, window);
    if (!together.isEmpty()) {
      seen.add(together);
    }
    String all = (seen.isEmpty() ? "" : " " + String.join(", ", seen)) + where;
    return verb
        + (all.length() > LONGEST_VALUE ? all.substring(0, LONGEST_VALUE).strip() + "…" : all);
  }

  /** Of a rule on several kinds of signals, which ones came. */
  private static String together(AlertRule rule, Window window) {
    Cooccur cooccur = rule.when().cooccur();
    if (cooccur != null) {
      return listed(
          cooccur.of().stream()
              .filter(name -> window.times().containsKey(Signs.number(rule, name)))
              .toList());
    }
    Sequence sequence = rule.when().sequence();
    return sequence == null ? "" : String.join(", then ", sequence.steps());
  }

  private static String asked(List<Measure> measures) {
    return "the rule asks for at least " + all(measures);
  }

  /** What made it more urgent than the rule's own severity. */
  private static String step(AlertRule rule, Window window) {
    Severity severity = Conditions.severity(rule, window);
    return rule.steps().stream()
        .filter(step -> severity.compareTo(rule.severity()) < 0 && step.severity() == severity)
        .map(step -> Conditions.counts(step.when(), window))
        .filter(Conditions::met)
        .findFirst()
        .map(counts -> ", and for %s at least %s".formatted(severity, all(counts)))
        .orElse("");
  }

  private static String all(List<Measure> measures) {
    return listed(
        measures.stream()
            .filter(measure -> !measure.name().equals(FirstSeen.MEASURE))
            .map(Words::asked)
            .toList());
  }

  /** As in "a, b and c". */
  private static String listed(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  private static String asked(Measure measure) {
    double least = measure.threshold();
    long whole = (long) least;
    return switch (measure.name()) {
      case "posts" -> count(whole, "post");
      case "authors" -> count(whole, "account");
      case "platforms" -> count(whole, "platform");
      case "channels" -> count(whole, "channel");
      case "observables" -> count(whole, "observable");
      case "near_duplicates" -> whole + " copies";
      case "categories" -> whole + " categories";
      case "signs" -> count(whole, "sign");
      case "sequence" -> count(whole, "step") + " in order";
      case "share" -> number(100 * least) + " % of all posts";
      case "weight" -> "a sum of scores of " + number(least);
      default -> measure.name() + " " + number(least);
    };
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
