package org.tocsin.lexicons.pack;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.DidYouMean;

/** Reads one example. */
final class ExampleReader {
  private ExampleReader() {}

  /**
   * The example, or null when it has problems.
   *
   * @param packLanguages the first is that of a text that declares none
   * @param ids of the pack's entries
   */
  static @Nullable Example read(
      Fields fields, List<String> packLanguages, Collection<String> ids, List<Problem> problems) {
    int before = problems.size();
    String text = fields.text("text");
    String lang = fields.textOr("lang", packLanguages.isEmpty() ? "und" : packLanguages.get(0));
    List<String> names = fields.textsOr("listed_names", List.of());
    List<String> match = fields.textsOr("match", List.of());
    boolean noMatch = fields.flag("no_match");
    List<String> entries = fields.textsOr("entries", List.of());
    Category category =
        fields.has("category") ? fields.label("category", Category.class, null) : null;
    String span = fields.textOr("span", "");
    String how = fields.textOr("how", "");
    List<ContextTag> context = fields.labelsOr("context", ContextTag.class, List.of());
    String note = fields.textOr("note", "");
    boolean expects = !match.isEmpty() || category != null || !span.isEmpty() || !how.isEmpty();
    if (noMatch == (expects || !context.isEmpty())) {
      fields.problemAt(
          "no_match",
          "expected either 'match' (entries that must match) or 'no_match: true' with nothing"
              + " beside it but 'entries'");
    }
    if (!entries.isEmpty() && !noMatch) {
      fields.problemAt("entries", "'entries' goes with 'no_match: true'");
    }
    if (!span.isEmpty() && !text.contains(span)) {
      fields.problemAt("span", "span '%s' is not in the text".formatted(span));
    }
    for (String name : names) {
      if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
        fields.problemAt("listed_names", "'%s': expected a name with letters".formatted(name));
      }
    }
    known(fields, "match", match, ids);
    known(fields, "entries", entries, ids);
    fields.close();
    if (problems.size() > before) {
      return null;
    }
    return new Example(
        text,
        lang,
        names,
        match,
        noMatch,
        entries,
        category,
        span.isEmpty() ? null : span,
        how.isEmpty() ? null : how,
        context,
        note,
        fields.place());
  }

  private static void known(Fields fields, String key, List<String> named, Collection<String> ids) {
    for (String id : named) {
      if (!ids.contains(id)) {
        fields.problemAt(
            key, "no entry '%s' in this pack%s".formatted(id, DidYouMean.hint(id, ids)));
      }
    }
  }
}
