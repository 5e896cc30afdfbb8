package org.tocsin.lexicons.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.lexicons.check.Notice.Level;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackCheck;

/** Looks for queries that stand twice, with the same or with contradictory judgement. */
final class QueryLint {
  private final Lint lint;
  private final Map<String, Entry> seen = new HashMap<>();

  QueryLint(Lint lint) {
    this.lint = lint;
  }

  void look(List<Pack> packs) {
    for (Pack pack : packs) {
      for (Entry entry : pack.entries()) {
        String query = entry.query();
        if (query != null && entry.status().matched()) {
          look(entry, query, pack.sets());
        }
      }
    }
  }

  private void look(Entry entry, String query, Map<String, List<String>> sets) {
    Set<String> used = new HashSet<>();
    sets.forEach(
        (name, words) -> {
          if (query.contains("@" + name)) {
            used.add(name + words);
          }
        });
    String key =
        query.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)
            + new TreeSet<>(used)
            + new TreeSet<>(entry.languages())
            + entry.conditions();
    Entry other = seen.putIfAbsent(key, entry);
    if (other == null) {
      return;
    }
    PackCheck check = lint.check();
    boolean same =
        entry.category() == other.category()
            && entry.severity() == other.severity()
            && entry.weight() == other.weight();
    lint.tell(
        Level.WARNING,
        check.placeOf(entry.pack(), entry.id(), "query"),
        "%s: %s: the same query as %s (%s)%s"
            .formatted(
                entry.id(),
                same ? "duplicate" : "contradiction",
                other.id(),
                check.placeOf(other.pack(), other.id()),
                same ? "" : PhraseLint.judgements(entry, other)));
  }
}
