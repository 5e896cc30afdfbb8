package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.Entry;

/** Compiles entries to an {@link Automaton}; used once. */
final class AutomatonBuilder {
  private final List<Entry> entries;
  private final Spellings spellings = new Spellings();
  private final SlotPool pool = new SlotPool();
  private final PhraseTrie.Builder trie = new PhraseTrie.Builder();
  private final List<int[]> phrases = new ArrayList<>();
  private final Languages tongues = new Languages();

  private final List<QueryCompiler.@Nullable Compiled> queries;

  private AutomatonBuilder(List<Entry> entries, List<QueryCompiler.@Nullable Compiled> queries) {
    this.entries = entries;
    this.queries = queries;
  }

  /** Compiles entries; those that are not to be matched find nothing, queries their triggers. */
  static Automaton build(List<Entry> entries, List<QueryCompiler.@Nullable Compiled> queries) {
    return new AutomatonBuilder(entries, queries).build();
  }

  private Automaton build() {
    int[] allowed = new int[entries.size()];
    long[] languages = new long[entries.size()];
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      allowed[i] = Evaded.allowed(entry.evasions());
      if (entry.status().matched()) {
        languages[i] = tongues.of(entry.languages());
        for (String phrase : entry.match()) {
          add(entry, i, phrase);
        }
        QueryCompiler.Compiled query = queries.get(i);
        if (query != null) {
          trigger(i, query.triggers());
        }
      }
    }
    SlotIndex tables = pool.tables();
    BitFilter grams = Grams.filter(phrases, tables.forms());
    return tables.automaton(grams, trie.build(), allowed, languages, tongues);
  }

  private void add(Entry entry, int number, String phrase) {
    for (Spellings.Spelling spelling : spellings.of(entry, phrase)) {
      int[] slots = new int[spelling.words().size()];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = Spellings.form(entry, spelling, i).slot(pool);
      }
      trie.add(slots, number, spelling.evaded());
      phrases.add(slots);
    }
  }

  /** A query is run when one of its words is there. */
  private void trigger(int number, Set<QueryWords.Key> words) {
    for (QueryWords.Key word : words) {
      int[] phrase = {word.form().slot(pool)};
      trie.add(phrase, number, word.evaded());
      phrases.add(phrase);
    }
  }
}
