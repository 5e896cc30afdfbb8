package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.Entry;

/**
 * The words of queries while they are compiled. Each becomes a term that names not the word but how
 * it is looked for; {@link QueryReader} puts the term wherever the engine sees the word so. One
 * entry's {@code kill} may be seen in k1ll while another's is not, in one index of one text.
 */
final class QueryWords {
  /** Terms are of these characters alone: no pattern and no word of a text is. */
  private static final char FIRST = '\uE000';

  private static final int LENGTH = 8;
  private static final int SHORTEST_TRIGGER = 3;

  /** How frequent a word is that is on no list, times its length. */
  private static final double UNLISTED = 1e-4;

  private final SlotPool pool = new SlotPool();
  private final Map<Key, String> terms = new LinkedHashMap<>();
  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, Double> frequencies = new HashMap<>();
  private final Map<String, CharacterRunAutomaton> patterns = new LinkedHashMap<>();
  private final Map<Group, Integer> groups = new LinkedHashMap<>();
  private final Map<List<ChoiceSource.Way>, ChoiceSource> choices = new HashMap<>();

  /**
   * How a word of a query is looked for.
   *
   * @param form the word
   * @param evaded what its spelling stands for
   * @param allowed the evasions that may have been undone to see it
   */
  record Key(Spellings.Form form, int evaded, int allowed) {
    /**
     * Whether a text may be searched because it is there; too many words begin with two letters.
     */
    boolean triggers() {
      boolean open = (form.traits() & Slots.PREFIX) != 0;
      return !open || form.word().length() >= SHORTEST_TRIGGER;
    }
  }

  /** The term for a word of an entry. */
  String term(Entry entry, Spellings.Form form, int evaded) {
    Key key = new Key(form, evaded, Evaded.allowed(entry.evasions()));
    return terms.computeIfAbsent(
        key,
        unused -> {
          form.slot(pool);
          String term = term(terms.size() + patterns.size());
          keys.put(term, key);
          return term;
        });
  }

  /** The term for plain words of a pattern; it has no {@link #key}. */
  String term(org.apache.lucene.util.automaton.Automaton pattern) {
    String term = term(terms.size() + patterns.size());
    patterns.put(
        term,
        new CharacterRunAutomaton(
            Operations.determinize(pattern, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT)));
    return term;
  }

  private static String term(int number) {
    StringBuilder term = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      term.append((char) (FIRST + (number >>> (4 * i) & 0xF)));
    }
    return term.toString();
  }

  /** The number of a term that this class made; -1 for any other. */
  static int number(String term) {
    if (term.length() != LENGTH || term.charAt(0) < FIRST || term.charAt(0) > FIRST + 0xF) {
      return -1;
    }
    int number = 0;
    for (int i = LENGTH - 1; i >= 0; i--) {
      number = number << 4 | (term.charAt(i) - FIRST);
    }
    return number;
  }

  /** A guess, after Zipf: a word is as frequent as its place is low; unlisted ones by length. */
  double frequency(Key key) {
    return frequencies.computeIfAbsent(
        key.form().word(),
        word -> {
          int rank = CommonWords.stops(word) ? 1 : CommonWords.rank(word);
          return rank > 0 ? 1.0 / rank : UNLISTED / (1.0 + word.length());
        });
  }

  /** What a term stands for; null for patterns and plain words. */
  @Nullable Key key(String term) {
    return keys.get(term);
  }

  /** One of some alternatives; the same source for the same. */
  ChoiceSource choice(List<ChoiceSource.Way> ways) {
    return choices.computeIfAbsent(
        List.copyOf(ways), copy -> new ChoiceSource(choices.size(), copy));
  }

  private List<int[]> choicesByTerm() {
    List<IntList> byTerm = new ArrayList<>();
    for (int term = 0; term < terms.size() + patterns.size(); term++) {
      byTerm.add(new IntList());
    }
    for (ChoiceSource choice : choices.values()) {
      for (int term : choice.firsts()) {
        byTerm.get(term).add(choice.number());
      }
    }
    return byTerm.stream().map(IntList::toArray).toList();
  }

  /** The number of a group of words and rows of words; the same for the same. */
  int group(Set<Integer> groupTerms, Set<Group.Row> rows) {
    return groups.computeIfAbsent(new Group(groupTerms, rows), unused -> groups.size());
  }

  /**
   * All that was collected, to be looked up in texts.
   *
   * @param queries in whose requirements they are; null for entries that are none
   */
  QueryVocabulary vocabulary(List<QueryCompiler.@Nullable Compiled> queries) {
    Automaton words =
        pool.tables()
            .automaton(
                new BitFilter(0),
                new PhraseTrie.Builder().build(),
                new int[0],
                new long[0],
                new Languages());
    List<List<QueryVocabulary.Seen>> bySlot = new ArrayList<>();
    for (int slot = 0; slot < words.slots().size(); slot++) {
      bySlot.add(new ArrayList<>(1));
    }
    int[] slots = new int[terms.size() + patterns.size()];
    terms.forEach(
        (key, term) -> {
          int slot = key.form.slot(pool);
          slots[number(term)] = slot;
          bySlot
              .get(slot)
              .add(new QueryVocabulary.Seen(term, number(term), key.evaded, key.allowed));
        });
    return new QueryVocabulary(
        words,
        bySlot,
        patterns,
        choicesByTerm(),
        new Presearcher(
            new PresearchWords(groups, slots, bySlot.size()),
            clauses(queries),
            words.vocabulary()));
  }

  private List<Presearcher.Triggered> clauses(List<QueryCompiler.@Nullable Compiled> queries) {
    List<Presearcher.Triggered> clauses = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      QueryCompiler.Compiled query = queries.get(i);
      if (query != null) {
        for (Clause clause : query.clauses()) {
          List<Integer> slots = clause.triggers().stream().map(key -> key.form.slot(pool)).toList();
          clauses.add(new Presearcher.Triggered(i, slots, clause.conditions()));
        }
      }
    }
    return clauses;
  }
}
