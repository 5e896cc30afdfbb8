package org.tocsin.lexicons.pack;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;

/** Reads one entry. */
final class EntryReader {
  /** Another alphabet changes what a word can mean; an entry asks for it by name. */
  private static final Set<Evasion> DEFAULT_EVASIONS =
      EnumSet.complementOf(EnumSet.of(Evasion.TRANSLIT));

  private EntryReader() {}

  /** The entry, or null when it has problems. */
  static @Nullable Entry read(
      Fields fields, String pack, List<String> packLanguages, List<Problem> problems) {
    int before = problems.size();
    String id = fields.text("id");
    if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9.-]*")) {
      fields.problemAt(
          "id", "id '%s': expected lower-case letters, digits, '-' and '.'".formatted(id));
    }
    List<String> match = fields.textsOr("match", List.of());
    String query = fields.textOr("query", "");
    if (match.isEmpty() == query.isBlank()) {
      fields.problemAt(
          "match",
          "expected either 'match' (words or phrases) or 'query' (a Lucene interval query)");
    }
    Category category = fields.label("category", Category.class, null);
    List<String> languages = LanguageCodes.read(fields, packLanguages);
    MatchMode mode = fields.label("mode", MatchMode.class, MatchMode.EXACT);
    Severity severity = fields.label("severity", Severity.class, Severity.P3);
    if (severity != null && severity != Severity.P3 && query.isBlank()) {
      fields.problemAt(
          "severity",
          "severity %s: a lone term is never above P3; a query may be".formatted(severity));
    }
    List<Evasion> evasions =
        fields.labelsOr("evasions", Evasion.class, List.copyOf(DEFAULT_EVASIONS));
    Entry.Status status = fields.label("status", Entry.Status.class, null);
    double weight = fields.numberOr("weight", 0.5, 0.01, 1);
    List<String> suffixes = fields.textsOr("suffixes", List.of());
    String meaning = fields.text("meaning");
    List<String> benign = fields.textsOr("benign", List.of());
    String source = fields.text("source");
    LocalDate added = fields.date("added");
    LocalDate reviewBy = fields.date("review_by");
    if (reviewBy.isBefore(added) && !reviewBy.equals(LocalDate.EPOCH)) {
      fields.problemAt("review_by", "review_by %s is before added %s".formatted(reviewBy, added));
    }
    String targetGroup = fields.textOr("target_group", "");
    if (!targetGroup.matches("[a-z-]*")) {
      fields.problemAt(
          "target_group", "target_group '%s': expected one lower-case word".formatted(targetGroup));
    }
    Entry.Conditions conditions =
        new Entry.Conditions(
            fields.textsOr("unless", List.of()),
            fields.textsOr("needs", List.of()),
            fields.textsOr("exceptions", List.of()));
    fields.close();
    if (problems.size() > before
        || category == null
        || mode == null
        || severity == null
        || status == null) {
      return null;
    }
    return new Entry(
        id,
        pack,
        category,
        languages,
        match,
        query.isBlank() ? null : query,
        mode,
        suffixes,
        Set.copyOf(evasions),
        severity,
        weight,
        status,
        meaning,
        benign,
        source,
        added,
        reviewBy,
        targetGroup.isEmpty() ? null : targetGroup,
        conditions);
  }
}
