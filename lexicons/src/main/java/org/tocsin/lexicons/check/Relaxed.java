package org.tocsin.lexicons.check;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Entry.Status;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** Entries that ask for less than they do, to show what they miss by a little. */
final class Relaxed {
  private static final String GAPS = "20";

  private Relaxed() {}

  /** Phrases in whatever form and disguise; no queries. */
  static Entry forms(Entry entry) {
    return entry.query() == null
        ? changed(
            entry,
            null,
            entry.mode() == MatchMode.EXACT ? MatchMode.INFLECTED : entry.mode(),
            EnumSet.complementOf(EnumSet.of(Evasion.TRANSLIT)))
        : entry.in(Status.RETIRED);
  }

  /** Queries without what they exclude. */
  static Entry exclusions(Entry entry) {
    String query = entry.query();
    String relaxed = query == null ? "" : withoutExclusions(query);
    return relaxed.equals(query) || relaxed.isEmpty()
        ? entry.in(Status.RETIRED)
        : changed(entry, relaxed);
  }

  /** Queries whose words may stand in any order, and further apart. */
  static Entry order(Entry entry) {
    String query = entry.query();
    return query == null
        ? entry.in(Status.RETIRED)
        : changed(
            entry,
            withoutExclusions(query)
                .replaceAll("fn:(ordered|phrase)\\(", "fn:unordered(")
                .replaceAll("fn:max(gaps|width)\\(\\d+", "fn:maxgaps(" + GAPS));
  }

  private static Entry changed(Entry entry, String query) {
    return changed(entry, query, entry.mode(), EnumSet.noneOf(Evasion.class));
  }

  private static Entry changed(
      Entry entry, @Nullable String query, MatchMode mode, EnumSet<Evasion> evasions) {
    return new Entry(
        entry.id(),
        entry.pack(),
        entry.category(),
        entry.languages(),
        entry.match(),
        query,
        mode,
        entry.suffixes(),
        evasions,
        entry.severity(),
        entry.weight(),
        Status.SHADOW,
        entry.meaning(),
        entry.benign(),
        entry.source(),
        entry.added(),
        entry.reviewBy(),
        entry.targetGroup(),
        entry.conditions());
  }

  /** A query with each {@code fn:not...(A ...)} replaced by its {@code A}. */
  static String withoutExclusions(String query) {
    String left = query;
    for (int at = left.indexOf("fn:not"); at >= 0; at = left.indexOf("fn:not", at)) {
      int open = left.indexOf('(', at);
      if (open < 0) {
        return left;
      }
      int first = end(left, open + 1);
      int close = first;
      while (close < left.length() && left.charAt(close) != ')') {
        close = Math.max(close + 1, end(left, close));
      }
      left =
          left.substring(0, at)
              + left.substring(open + 1, first).strip()
              + left.substring(Math.min(close + 1, left.length()));
    }
    return left;
  }

  /** Where the argument that begins at a place, behind blanks, ends. */
  private static int end(String query, int from) {
    int depth = 0;
    boolean quoted = false;
    boolean begun = false;
    for (int i = from; i < query.length(); i++) {
      char c = query.charAt(i);
      if (quoted) {
        quoted = c != '"';
      } else if (depth == 0 && (c == ')' || (begun && Character.isWhitespace(c)))) {
        return i;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      begun |= !Character.isWhitespace(c);
    }
    return query.length();
  }
}
