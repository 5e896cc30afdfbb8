package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.lexicons.pack.Entry;

/** Compiles entries to an {@link Automaton}; used once. */
final class AutomatonBuilder {
  private final List<Entry> entries;
  private final Spellings spellings = new Spellings();
  private final SlotPool pool = new SlotPool();
  private final PhraseTrie.Builder trie = new PhraseTrie.Builder();
  private final List<int[]> phrases = new ArrayList<>();
  private final Languages tongues = new Languages();

  private AutomatonBuilder(List<Entry> entries) {
    this.entries = entries;
  }

  /** Compiles the phrases of entries; those that are not to be matched find nothing. */
  static Automaton build(List<Entry> entries) {
    return new AutomatonBuilder(entries).build();
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
}
