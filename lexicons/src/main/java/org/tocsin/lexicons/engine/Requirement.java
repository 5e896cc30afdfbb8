package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which words a text must hold, wherever they stand, for a query to match. Cheap to ask, and of the
 * texts that hold a trigger nearly all lack something else. Immutable once made.
 */
final class Requirement {
  /** How frequent a word is that is on no list, times its length. */
  private static final double UNLISTED = 1e-4;

  private final boolean all;
  private final QueryWords words;
  private final Set<QueryWords.Key> keys = new LinkedHashSet<>();
  private final Set<Integer> terms = new HashSet<>();

  private final Set<Groups.Row> rows = new LinkedHashSet<>();
  private final List<Requirement> parts = new ArrayList<>();
  private boolean open;
  private int group;

  private record Ranked(Requirement part, double frequency) {}

  /**
   * One that requires nothing yet.
   *
   * @param all whether all that is added is required, or any
   */
  Requirement(boolean all, QueryWords words) {
    this.all = all;
    this.words = words;
  }

  /** Adds a requirement of its own; what is added to it counts here. */
  Requirement part(boolean ofAll) {
    Requirement part = new Requirement(ofAll, words);
    parts.add(part);
    return part;
  }

  /** Adds a word. */
  void add(String term) {
    QueryWords.Key key = words.key(term);
    if (all) {
      part(false).add(term);
    } else if (key == null) {
      open = true;
    } else {
      keys.add(key);
      terms.add(QueryWords.number(term));
    }
  }

  /** Adds something that any text may hold. */
  void addUnknown() {
    open = true;
  }

  /** Merges what needs no level of its own. */
  Requirement simplified() {
    List<Requirement> inner = parts.stream().map(Requirement::simplified).toList();
    parts.clear();
    for (Requirement part : inner) {
      if (all && part.all) {
        parts.addAll(part.parts);
      } else if (!all && part.isRow()) {
        addRow(part.parts);
      } else if (!all && !part.all) {
        keys.addAll(part.keys);
        terms.addAll(part.terms);
        rows.addAll(part.rows);
        parts.addAll(part.parts);
        open |= part.open;
      } else {
        parts.add(part);
      }
    }
    if (all) {
      // What is missing most often is asked for first.
      List<Ranked> ranked =
          parts.stream()
              .map(part -> new Ranked(part, part.open ? 1 : frequency(part.keys)))
              .toList();
      parts.clear();
      ranked.stream()
          .sorted(Comparator.comparingDouble(Ranked::frequency))
          .forEach(one -> parts.add(one.part));
    }
    return this;
  }

  /** Numbers what a text is asked for, once nothing is merged any more. */
  Requirement numbered() {
    if (!all) {
      group = words.group(terms, rows);
    }
    parts.forEach(Requirement::numbered);
    return this;
  }

  private boolean isRow() {
    return all && !parts.isEmpty() && parts.stream().allMatch(part -> part.isLeaf());
  }

  private boolean isLeaf() {
    return !all && !open && parts.isEmpty() && keys.size() == 1 && terms.size() == 1;
  }

  private void addRow(List<Requirement> row) {
    Requirement rarest = row.get(0);
    SortedSet<Integer> whole = new TreeSet<>();
    for (Requirement word : row) {
      rarest = frequency(word.keys) < frequency(rarest.keys) ? word : rarest;
      whole.addAll(word.terms);
    }
    keys.addAll(rarest.keys);
    int start = rarest.terms.iterator().next();
    whole.remove(start);
    rows.add(new Groups.Row(start, List.copyOf(whole)));
  }

  /** The same in one row of ints, to be asked of texts. */
  Condition condition() {
    Condition.Builder condition = new Condition.Builder();
    write(condition);
    return condition.build();
  }

  private void write(Condition.Builder condition) {
    int at = condition.begin(all);
    if (!all) {
      condition.group(group);
    }
    if (open) {
      condition.always();
    }
    parts.forEach(part -> part.write(condition));
    condition.end(at);
  }

  /** Tells of every group that is asked for its words, and of rows of words the rarest. */
  void tell(BiConsumer<Integer, Set<QueryWords.Key>> groups) {
    if (!all) {
      groups.accept(group, keys);
    }
    parts.forEach(part -> part.tell(groups));
  }

  /**
   * Words of which a text must hold one to match: the rarest such choice; null when the query can
   * match a text with no certain word.
   */
  @Nullable Set<QueryWords.Key> triggers() {
    return all ? rarestOfAll() : union();
  }

  private @Nullable Set<QueryWords.Key> rarestOfAll() {
    return parts.stream()
        .map(Requirement::triggers)
        .filter(Objects::nonNull)
        .min(Comparator.comparingDouble(Requirement::frequency))
        .orElse(null);
  }

  private @Nullable Set<QueryWords.Key> union() {
    if (open || !keys.stream().allMatch(QueryWords.Key::triggers)) {
      return null;
    }
    Set<QueryWords.Key> union = new LinkedHashSet<>(keys);
    for (Requirement part : parts) {
      Set<QueryWords.Key> option = part.triggers();
      if (option == null) {
        return null;
      }
      union.addAll(option);
    }
    return union.isEmpty() ? null : union;
  }

  /** A guess, after Zipf: a word is as frequent as its place is low; unlisted ones by length. */
  private static double frequency(Set<QueryWords.Key> keys) {
    return keys.stream().mapToDouble(Requirement::frequency).sum();
  }

  private static double frequency(QueryWords.Key key) {
    String word = key.form().word();
    int rank = CommonWords.stops(word) ? 1 : CommonWords.rank(word);
    return rank > 0 ? 1.0 / rank : UNLISTED / (1.0 + word.length());
  }
}
