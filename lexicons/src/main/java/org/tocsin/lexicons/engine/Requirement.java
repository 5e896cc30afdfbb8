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
import org.jspecify.annotations.Nullable;

/**
 * Which words a text must hold, wherever they stand, for a query to match. Cheap to ask, and of the
 * texts that hold a trigger nearly all lack something else. Immutable once made.
 */
final class Requirement {
  private final boolean all;
  private final QueryWords words;
  private final Set<QueryWords.Key> keys = new LinkedHashSet<>();
  private final Set<Integer> terms = new HashSet<>();

  private final Set<Group.Row> rows = new LinkedHashSet<>();
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
    rows.add(new Group.Row(start, List.copyOf(whole)));
  }

  /** Writes the same to be asked of texts. */
  void write(Conditions.Builder conditions) {
    if (isGroup()) {
      conditions.group(group);
      return;
    }
    int at = conditions.begin(all);
    if (!all) {
      conditions.group(group);
    }
    if (open) {
      conditions.always();
    }
    parts.forEach(part -> part.write(conditions));
    conditions.end(at);
  }

  private boolean isGroup() {
    return !all && !open && parts.isEmpty();
  }

  /** The ways to meet it; null when a text with no certain word may. */
  @Nullable List<Clause> clauses() {
    if (all) {
      Requirement rarest = rarest();
      return rarest == null ? null : rarest.clausesBeside(this);
    }
    return triggers() == null ? null : options();
  }

  /** Those of this part, each with all other parts of the whole. */
  @SuppressWarnings("ReferenceEquality") // A part is itself and no other.
  private List<Clause> clausesBeside(Requirement whole) {
    List<Requirement> others = whole.parts.stream().filter(part -> part != this).toList();
    List<Clause> clauses = new ArrayList<>();
    for (Clause option : options()) {
      List<Requirement> conditions = new ArrayList<>(others);
      conditions.addAll(option.conditions());
      clauses.add(new Clause(option.triggers(), conditions));
    }
    return clauses;
  }

  private List<Clause> options() {
    List<Clause> options = new ArrayList<>();
    if (!keys.isEmpty()) {
      options.add(new Clause(keys, List.of(isGroup() ? this : ownGroup())));
    }
    for (Requirement part : parts) {
      options.addAll(Objects.requireNonNull(part.clauses()));
    }
    return options;
  }

  private Requirement ownGroup() {
    Requirement own = new Requirement(false, words);
    own.group = group;
    return own;
  }

  /** Words of which a text must hold one; null when it may hold none that is certain. */
  private @Nullable Set<QueryWords.Key> triggers() {
    if (all) {
      Requirement rarest = rarest();
      return rarest == null ? null : rarest.triggers();
    }
    return union();
  }

  private @Nullable Requirement rarest() {
    Requirement rarest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Requirement part : parts) {
      Set<QueryWords.Key> triggers = part.triggers();
      if (triggers != null && frequency(triggers) < least) {
        rarest = part;
        least = frequency(triggers);
      }
    }
    return rarest;
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

  private double frequency(Set<QueryWords.Key> of) {
    return of.stream().mapToDouble(words::frequency).sum();
  }
}
