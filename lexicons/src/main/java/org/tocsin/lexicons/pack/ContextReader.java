package org.tocsin.lexicons.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.ContextCue.Scope;

/** Reads the cues of one context. */
final class ContextReader {
  private ContextReader() {}

  /** The cues, or null when they have problems. */
  static @Nullable ContextCue read(
      Fields fields, List<String> packLanguages, List<Problem> problems) {
    int known = problems.size();
    ContextTag tag = fields.label("tag", ContextTag.class, null);
    List<String> languages = LanguageCodes.read(fields, packLanguages);
    List<String> cues = fields.textsOr("cues", List.of());
    List<String> marks = fields.textsOr("marks", List.of());
    if (cues.isEmpty() == marks.isEmpty()) {
      fields.problemAt(
          "cues", "expected at least one word or phrase in 'cues', or pairs of quotes in 'marks'");
    }
    for (String pair : marks) {
      if (pair.codePointCount(0, pair.length()) != 2 || pair.length() != 2) {
        fields.problemAt(
            "marks",
            "marks '%s': expected an opening and a closing mark, such as «»".formatted(pair));
      }
    }
    for (String key : List.of("languages", "mode", "scope", "before", "after")) {
      if (!marks.isEmpty() && fields.has(key)) {
        fields.problemAt(key, "'%s' says nothing about 'marks'".formatted(key));
      }
    }
    MatchMode mode = fields.label("mode", MatchMode.class, MatchMode.EXACT);
    Scope scope = fields.label("scope", Scope.class, Scope.CLAUSE);
    Integer before = fields.wholeOrNull("before", 0);
    Integer after = fields.wholeOrNull("after", 0);
    if (scope == Scope.WINDOW && before == null && after == null) {
      fields.problemAt("scope", "scope window: expected 'before' or 'after', in words");
    }
    List<String> entries = fields.textsOr("entries", List.of());
    if (!fields.has("lowers")) {
      fields.text("lowers");
    }
    double lowers = fields.numberOr("lowers", 0.5, 0.01, 0.99);
    fields.close();
    if (problems.size() > known || tag == null || mode == null || scope == null) {
      return null;
    }
    return new ContextCue(tag, languages, cues, marks, mode, scope, before, after, entries, lowers);
  }
}
