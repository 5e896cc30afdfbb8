package org.tocsin.lexicons.pack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.DidYouMean;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.Rehearsal.Expected;
import org.tocsin.lexicons.pack.Rehearsal.TimedPost;

/** Reads one example of rules: the kind with {@code posts}. */
final class RehearsalReader {
  private static final double DEFAULT_SCORE = 0.5;

  private RehearsalReader() {}

  /**
   * The rehearsal, or null when it has problems.
   *
   * @param packLanguages the first is that of a post that declares none
   * @param rules ids of the pack's rules
   */
  static @Nullable Rehearsal read(
      Fields fields, List<String> packLanguages, Collection<String> rules, List<Problem> problems) {
    int before = problems.size();
    String lang = packLanguages.isEmpty() ? "und" : packLanguages.get(0);
    List<TimedPost> posts =
        fields.mappings("posts").stream().map(post -> post(post, lang)).toList();
    List<String> named = fields.textsOr("rules", List.of());
    if (named.isEmpty()) {
      fields.problemAt("rules", "expected in 'rules' the rules that are looked at");
    }
    named.forEach(id -> known(fields, "rules", id, rules));
    if (!fields.has("alerts")) {
      fields.problemAt("alerts", "missing 'alerts': expected a list, [] for silence");
    }
    List<Expected> alerts = new ArrayList<>();
    for (Fields alert : fields.mappings("alerts")) {
      alerts.add(expected(alert, named));
    }
    boolean watch = fields.flag("watch");
    String note = fields.textOr("note", "");
    fields.close();
    return problems.size() > before
        ? null
        : new Rehearsal(posts, named, alerts, watch, note, fields.place());
  }

  private static TimedPost post(Fields fields, String packLanguage) {
    try (fields) {
      String text = fields.textOr("text", "");
      String channel = fields.textOr("channel", "");
      Category category =
          fields.has("category") ? fields.label("category", Category.class, null) : null;
      List<String> observables = fields.textsOr("observables", List.of());
      if (!observables.stream().allMatch(value -> value.indexOf(':') > 0)) {
        fields.problemAt("observables", "expected observables as kind:value, such as btc:bc1q...");
      }
      Integer times = fields.countOrNull("times");
      Integer authors = fields.countOrNull("authors");
      return new TimedPost(
          fields.textOr("at", "0s").equals("0s") ? Duration.ZERO : fields.duration("at"),
          times == null ? 1 : times,
          fields.has("every") ? fields.duration("every") : Duration.ZERO,
          authors == null ? 1 : authors,
          fields.textOr("author", "a"),
          fields.textOr("platform", "x"),
          channel.isEmpty() ? null : channel,
          fields.textOr("lang", packLanguage),
          text.isEmpty() ? null : text,
          category,
          fields.numberOr("score", DEFAULT_SCORE, 0, 1),
          fields.textsOr("entries", List.of()),
          observables,
          fields.flag("listed"),
          fields.labelsOr("context", ContextTag.class, List.of()),
          fields.textsOr("links", List.of()),
          fields.textsOr("tags", List.of()));
    }
  }

  private static Expected expected(Fields fields, List<String> rules) {
    try (fields) {
      String rule = fields.text("rule");
      if (!rule.isEmpty()) {
        known(fields, "rule", rule, rules);
      }
      Map<String, String> group = new TreeMap<>();
      if (fields.has("group")) {
        try (Fields values = fields.mapping("group")) {
          for (GroupBy by : GroupBy.values()) {
            if (values.has(by.label())) {
              group.put(by.label(), values.textOr(by.label(), ""));
            }
          }
        }
      }
      return new Expected(
          rule,
          fields.has("severity") ? fields.label("severity", Severity.class, null) : null,
          group,
          fields.countOrNull("posts"));
    }
  }

  private static void known(Fields fields, String key, String id, Collection<String> rules) {
    if (!rules.contains(id)) {
      fields.problemAt(key, "no rule '%s' here%s".formatted(id, DidYouMean.hint(id, rules)));
    }
  }
}
