package org.tocsin.lexicons.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.events.Category;
import org.tocsin.events.DidYouMean;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.observable.ObservableKind;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Sign;

/** Reads which signals a rule counts. */
final class OnReader {
  /** What {@code observables} may name: kinds, those that only jobs find, and groups of kinds. */
  private static final Set<String> KINDS = kinds();

  private OnReader() {}

  private static Set<String> kinds() {
    Set<String> kinds = new TreeSet<>(ObservableKind.labels(kind -> true));
    kinds.addAll(List.of("phone", "card", On.ANY_KIND, On.WALLETS, On.MONEY));
    return kinds;
  }

  static On read(Fields fields) {
    try (fields) {
      boolean allPosts = fields.flag("all_posts");
      On on = selection(fields, allPosts, signs(fields));
      boolean selects =
          !on.categories().isEmpty()
              || !on.entries().isEmpty()
              || !on.observables().isEmpty()
              || on.listed();
      if (allPosts && (selects || !on.signs().isEmpty())) {
        fields.problemAt("all_posts", "'all_posts' goes with languages and platforms only");
      } else if (!allPosts && !selects) {
        fields.problemAt(
            "categories",
            "expected at least one category in 'on: categories', or entries, observables, listed or"
                + " all_posts");
      }
      return on;
    }
  }

  private static On selection(Fields fields, boolean allPosts, List<Sign> signs) {
    List<Category> categories = fields.labelsOr("categories", Category.class, List.of());
    List<String> entries = fields.textsOr("entries", List.of());
    List<String> observables = fields.textsOr("observables", List.of());
    for (String kind : observables) {
      if (!KINDS.contains(kind)) {
        fields.problemAt(
            "observables",
            "'observables' is '%s': expected one of %s%s"
                .formatted(kind, String.join(", ", KINDS), DidYouMean.hint(kind, KINDS)));
      }
    }
    List<ContextTag> with = List.of();
    List<ContextTag> without = List.of();
    if (fields.has("context")) {
      try (Fields context = fields.mapping("context")) {
        with = context.labelsOr("with", ContextTag.class, List.of());
        without = context.labelsOr("without", ContextTag.class, List.of());
      }
    }
    return new On(
        allPosts,
        categories,
        entries,
        observables,
        with,
        without,
        fields.numberOr("min_score", 0, 0, 1),
        fields.has("severity") ? fields.label("severity", Severity.class, null) : null,
        fields.textsOr("languages", List.of()),
        fields.textsOr("platforms", List.of()),
        fields.flag("listed"),
        signs);
  }

  private static List<Sign> signs(Fields fields) {
    List<Sign> signs = new ArrayList<>();
    List<String> taken = new ArrayList<>(EnumLabels.of(Category.class));
    for (Fields sign : fields.mappings("signs")) {
      try (sign) {
        String name = sign.text("name");
        if (taken.contains(name)) {
          sign.problemAt(
              "name", "'%s' is a category or another sign: expected a new name".formatted(name));
        }
        taken.add(name);
        On on = selection(sign, false, List.of());
        if (on.equals(On.ANYTHING)) {
          sign.problemAt("name", "sign '%s' selects nothing: say what it asks for".formatted(name));
        }
        signs.add(new Sign(name, on));
      }
    }
    if (signs.size() > On.MAX_SIGNS) {
      fields.problemAt(
          "signs", "%d signs: expected at most %d".formatted(signs.size(), On.MAX_SIGNS));
    }
    return signs;
  }
}
