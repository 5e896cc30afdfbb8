package org.tocsin.jobs.alert;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Post;
import org.tocsin.events.Signal;
import org.tocsin.jobs.duplicates.Sketch;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.score.RuleSelection;

/** Which rules count a signal, and in which groups. Not thread-safe. */
final class Routing {
  /** The most groups of one rule that one signal counts in; more are left out. */
  static final int MAX_GROUPS = 32;

  /** Posts with more hashtags are mostly advertisements: the first ones count. */
  static final int MAX_HASHTAGS = 10;

  private static final int LONGEST_HASHTAG = 100;

  private final RuleBook book;
  private final Map<Category, List<AlertRule>> byCategory = new EnumMap<>(Category.class);

  Routing(RuleBook book) {
    this.book = book;
    for (Category category : Category.values()) {
      byCategory.put(
          category,
          book.rules().stream()
              .filter(rule -> !rule.on().allPosts())
              .filter(
                  rule ->
                      rule.on().categories().isEmpty() || rule.on().categories().contains(category))
              .toList());
    }
  }

  /** The rules that count a signal. */
  List<AlertRule> rules(Signal signal) {
    List<AlertRule> counting = new ArrayList<>();
    for (AlertRule rule : Objects.requireNonNull(byCategory.get(signal.category()))) {
      if (RuleSelection.counts(rule, signal)) {
        counting.add(rule);
      }
    }
    return counting;
  }

  /** The groups that a signal counts in: each combination of its values; none when it lacks one. */
  List<List<String>> groups(AlertRule rule, Signal signal) {
    if (rule.groupBy().size() == 1) {
      return values(rule.groupBy().get(0), rule, signal)
          .distinct()
          .sorted()
          .limit(MAX_GROUPS)
          .map(List::of)
          .toList();
    }
    List<List<String>> groups = List.of(List.of());
    for (GroupBy by : rule.groupBy()) {
      List<String> values = values(by, rule, signal).distinct().sorted().toList();
      List<List<String>> longer = new ArrayList<>();
      for (List<String> group : groups) {
        for (String value : values) {
          if (longer.size() < MAX_GROUPS) {
            longer.add(Stream.concat(group.stream(), Stream.of(value)).toList());
          }
        }
      }
      groups = longer;
    }
    return groups;
  }

  private Stream<String> values(GroupBy by, AlertRule rule, Signal signal) {
    Post post = signal.post();
    return switch (by) {
      case CATEGORY -> Stream.of(signal.category().label());
      case LANGUAGE -> Stream.of(RuleSelection.primary(post.lang()));
      case PLATFORM -> Stream.of(post.platform());
      case CHANNEL -> Stream.ofNullable(post.channel());
      case AUTHOR -> Stream.of(post.author());
      case OBSERVABLE ->
          signal.observables().stream()
              .filter(observable -> RuleSelection.named(rule.on(), observable))
              .map(observable -> observable.kind() + ":" + observable.value());
      case ENTRY ->
          signal.matches().stream()
              .map(Match::entry)
              .filter(entry -> RuleSelection.named(rule.on(), entry));
      case TARGET_GROUP ->
          signal.matches().stream()
              .flatMap(match -> Stream.ofNullable(book.targetGroup(match.pack(), match.entry())));
      case LINK_DOMAIN -> post.links().stream().flatMap(Sites::of);
      case NEAR_DUPLICATE ->
          Stream.ofNullable(signal.textSketch())
              .flatMap(sketch -> Sketch.parse(sketch).bands().stream());
      case HASHTAG ->
          post.tags().stream()
              .map(Routing::hashtag)
              .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST_HASHTAG)
              .distinct()
              .limit(MAX_HASHTAGS);
    };
  }

  /** One spelling of a hashtag, which platforms look up without regard to case and width. */
  private static String hashtag(String tag) {
    String plain = Normalizer.normalize(tag, Normalizer.Form.NFKC).strip();
    return (plain.startsWith("#") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
  }
}
