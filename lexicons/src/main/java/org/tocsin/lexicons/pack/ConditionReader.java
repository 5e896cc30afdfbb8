package org.tocsin.lexicons.pack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.DidYouMean;
import org.tocsin.lexicons.pack.AlertRule.Cooccur;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.Rate;
import org.tocsin.lexicons.pack.AlertRule.Sequence;
import org.tocsin.lexicons.pack.AlertRule.Sign;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Reads what a rule asks of a window. */
final class ConditionReader {
  private static final double DEFAULT_Z = 4;
  private static final double DEFAULT_FDR = 0.001;
  private static final int DEFAULT_AT_LEAST = 20;
  private static final double UNSET = -1;

  /** What was counted is remembered so long for each group: bounds the state of rare values. */
  private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(56);

  private static final double ANY_WEIGHT = 1e9;

  private final Fields rule;
  private final Duration window;
  private final List<String> names;

  /** Conditions of this rule; problems of the whole are told at its {@code when}. */
  ConditionReader(Fields rule, Duration window, List<Sign> signs) {
    this.rule = rule;
    this.window = window;
    names = new ArrayList<>(EnumLabels.of(Category.class));
    signs.forEach(sign -> names.add(sign.name()));
  }

  When when(Fields fields) {
    try (fields) {
      double share = fields.numberOr("share", UNSET, 0, 1);
      When when =
          new When(
              counts(fields),
              share == UNSET ? null : share,
              fields.countOrNull("near_duplicates"),
              rate(fields),
              cooccur(fields),
              sequence(fields),
              fields.flag("silent"),
              firstSeen(fields));
      if (when.equals(When.of(Counts.NONE))) {
        rule.problemAt(
            "when",
            "'when' asks for nothing: expected posts, authors, platforms, channels, weight,"
                + " observables, share, near_duplicates, rate, cooccur, sequence, silent or first_seen");
      }
      return when;
    }
  }

  static Counts counts(Fields fields) {
    double weight = fields.numberOr("weight", UNSET, 0, ANY_WEIGHT);
    return new Counts(
        fields.countOrNull("posts"),
        fields.countOrNull("authors"),
        fields.countOrNull("platforms"),
        fields.countOrNull("channels"),
        weight == UNSET ? null : weight,
        fields.countOrNull("observables"));
  }

  private @Nullable Duration firstSeen(Fields fields) {
    if (!fields.has("first_seen")) {
      return null;
    }
    Duration asked = fields.duration("first_seen");
    if (asked.compareTo(window) < 0 || asked.compareTo(LONGEST_LOOK_BACK) > 0) {
      fields.problemAt(
          "first_seen",
          "expected in 'first_seen' at least the rule's 'window' and at most %d d"
              .formatted(LONGEST_LOOK_BACK.toDays()));
    }
    return asked;
  }

  private static @Nullable Rate rate(Fields fields) {
    if (!fields.has("rate")) {
      return null;
    }
    try (Fields rate = fields.mapping("rate")) {
      Integer atLeast = rate.countOrNull("at_least");
      return new Rate(
          rate.numberOr("z", DEFAULT_Z, 0, 100),
          rate.numberOr("fdr", DEFAULT_FDR, 1e-9, 0.5),
          atLeast == null ? DEFAULT_AT_LEAST : atLeast);
    }
  }

  private @Nullable Cooccur cooccur(Fields fields) {
    if (!fields.has("cooccur")) {
      return null;
    }
    try (Fields cooccur = fields.mapping("cooccur")) {
      List<String> all = named(cooccur, "all_of");
      List<String> of = named(cooccur, "of");
      Integer atLeast = cooccur.countOrNull("at_least");
      if (all.isEmpty() == of.isEmpty() || (of.isEmpty() != (atLeast == null))) {
        fields.problemAt(
            "cooccur", "expected either 'all_of: [...]' or 'at_least: n' with 'of: [...]'");
      } else if (atLeast != null && atLeast > of.size()) {
        cooccur.problemAt("at_least", "%d of %d can never be met".formatted(atLeast, of.size()));
      }
      return new Cooccur(atLeast == null ? all.size() : atLeast, all.isEmpty() ? of : all);
    }
  }

  private @Nullable Sequence sequence(Fields fields) {
    if (!fields.has("sequence")) {
      return null;
    }
    try (Fields sequence = fields.mapping("sequence")) {
      List<String> steps = named(sequence, "steps");
      if (steps.size() < 2) {
        sequence.problemAt(
            "steps", "expected at least two categories or signs in 'sequence: steps'");
      }
      Duration within = sequence.has("within") ? sequence.duration("within") : window;
      if (within.compareTo(window) > 0) {
        sequence.problemAt("within", "'within' is longer than the rule's 'window'");
      }
      return new Sequence(steps, within, sequence.flag("together"));
    }
  }

  /** Categories and signs of the rule. */
  private List<String> named(Fields fields, String key) {
    List<String> asked = fields.textsOr(key, List.of());
    for (String name : asked) {
      if (!names.contains(name)) {
        fields.problemAt(
            key,
            "'%s' is '%s': expected a category or one of the rule's 'on: signs': %s%s"
                .formatted(key, name, String.join(", ", names), DidYouMean.hint(name, names)));
      }
    }
    return asked;
  }
}
