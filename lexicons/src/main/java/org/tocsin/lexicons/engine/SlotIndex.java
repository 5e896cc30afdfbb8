package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;

/** Compiles the tables in which the words of a text are looked up. */
final class SlotIndex {
  /** Prefixes are looked for behind a filter over this many first letters, or fewer. */
  private static final int BEGINNING = 3;

  private final Slots slots;
  private final Units units = new Units();
  private final Units slip = new Units();
  private final Stemmer stemmer = new Stemmer();
  private final SlotTable.Builder vocabulary = new SlotTable.Builder();
  private final SlotTable.Builder prefixes = new SlotTable.Builder();
  private final SlotTable.Builder typos = new SlotTable.Builder();
  private final SlotTable.Builder masked = new SlotTable.Builder();
  private final SlotTable.Builder stems = new SlotTable.Builder();
  private final List<long[]> forms = new ArrayList<>();
  private int stemmers;

  SlotIndex(Slots slots) {
    this.slots = slots;
    for (int slot = 0; slot < slots.size(); slot++) {
      index(slot);
    }
  }

  private void index(int slot) {
    String word = slots.words()[slot];
    List<String> endings = slots.endings().get(slots.suffixes()[slot]);
    long[] keys = new long[1 + endings.size()];
    keys[0] = units.clear().append(word).key(0);
    int size = units.size();
    masked.add(Masks.key(size, units.classOf(0, 0), units.classOf(size - 1, 0)), slot);
    boolean typo = slots.is(slot, Slots.TYPO) && Alignment.mayTypo(units);
    for (int i = 1; i < keys.length; i++) {
      keys[i] = units.clear().append(word + endings.get(i - 1)).key(0);
    }
    forms.add(keys);
    for (long key : keys) {
      vocabulary.add(key, slot);
    }
    if (slots.is(slot, Slots.PREFIX)) {
      prefixes.add(keys[0], slot);
    }
    if (typo) {
      units.clear().append(word);
      for (String form : Typos.of(word)) {
        if (!slip.clear().append(form).sameClasses(units)) {
          typos.add(slip.key(0), slot);
        }
      }
    }
    stems(slot, word);
  }

  private void stems(int slot, String word) {
    for (int bit = 1; bit <= slots.stems()[slot]; bit <<= 1) {
      if ((slots.stems()[slot] & bit) != 0) {
        for (String stem : stemmer.stemsIfWritten(bit, word)) {
          stemmers |= bit;
          stems.add(Stemmer.key(bit, stem), slot);
        }
      }
    }
  }

  /** The hashes of all forms of each slot. */
  List<long[]> forms() {
    return forms;
  }

  Automaton automaton(
      BitFilter grams, PhraseTrie trie, int[] allowed, long[] languages, Languages tongues) {
    int beginning = shortestPrefix();
    SlotTable slips = typos.build();
    return new Automaton(
        slots,
        vocabulary.build(),
        grams,
        trie,
        prefixes.build(),
        beginning,
        beginnings(beginning),
        slips,
        filter(slips),
        masked.build(),
        stems.build(),
        stemmers,
        allowed,
        languages,
        tongues);
  }

  private static BitFilter filter(SlotTable table) {
    BitFilter filter = new BitFilter(table.size());
    for (long key : table.lists().keys()) {
      if (key != 0) {
        filter.add(key);
      }
    }
    return filter;
  }

  private int shortestPrefix() {
    int shortest = BEGINNING;
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.is(slot, Slots.PREFIX)) {
        shortest = Math.min(shortest, units.clear().append(slots.words()[slot]).runs());
      }
    }
    return shortest;
  }

  private BitFilter beginnings(int runs) {
    BitFilter filter = new BitFilter(slots.size() / 4);
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.is(slot, Slots.PREFIX)) {
        filter.add(units.clear().append(slots.words()[slot]).key(0, runs));
      }
    }
    return filter;
  }
}
