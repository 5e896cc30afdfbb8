package org.tocsin.lexicons.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Reads one alert rule. */
final class RuleReader {
  private static final int DEFAULT_SAMPLES = 3;

  /** Keeps an alert well below Kafka's limit of a record. */
  private static final int MAX_SAMPLES = 10;

  private RuleReader() {}

  /** The rule, or null when it has problems. */
  static @Nullable AlertRule read(Fields fields, String pack, List<Problem> problems) {
    int before = problems.size();
    String id = fields.text("id");
    String title = fields.text("title");
    On on = on(fields.mapping("on"));
    List<GroupBy> groupBy =
        fields.labelsOr("group_by", GroupBy.class, List.of(GroupBy.CATEGORY, GroupBy.LANGUAGE));
    var window = fields.duration("window");
    When when = when(fields.mapping("when"), fields);
    Severity severity = fields.label("severity", Severity.class, null);
    Integer samples = fields.countOrNull("samples");
    if (samples != null && samples > MAX_SAMPLES) {
      fields.problemAt(
          "samples", "'samples' is %d: expected at most %d".formatted(samples, MAX_SAMPLES));
    }
    AlertRule.Status status = fields.label("status", AlertRule.Status.class, null);
    fields.close();
    if (problems.size() > before || severity == null || status == null) {
      return null;
    }
    return new AlertRule(
        id,
        pack,
        title,
        on,
        groupBy,
        window,
        when,
        severity,
        samples == null ? DEFAULT_SAMPLES : samples,
        status);
  }

  private static On on(Fields fields) {
    try (fields) {
      List<Category> categories = fields.labelsOr("categories", Category.class, List.of());
      if (categories.isEmpty()) {
        fields.problemAt("categories", "expected at least one category in 'on: categories'");
      }
      return new On(
          categories,
          fields.textsOr("languages", List.of()),
          fields.numberOr("min_score", 0, 0, 1));
    }
  }

  private static When when(Fields fields, Fields rule) {
    try (fields) {
      When when =
          new When(
              fields.countOrNull("posts"),
              fields.countOrNull("authors"),
              fields.countOrNull("platforms"),
              fields.countOrNull("channels"));
      if (when.equals(new When(null, null, null, null))) {
        rule.problemAt(
            "when", "'when' asks for nothing: expected posts, authors, platforms or channels");
      }
      return when;
    }
  }
}
