package org.tocsin.lexicons.engine;

import org.jspecify.annotations.Nullable;

/** Looks second readings up and keeps those that are a word of some entry; reused. */
final class Lookup {
  private final Automaton automaton;
  private final Verifier verifier;
  private final Edges edges;
  private final ClassHash hash = new ClassHash();
  private @Nullable WordForms forms;
  private long steps;

  Lookup(Automaton automaton, Verifier verifier, Edges edges) {
    this.automaton = automaton;
    this.verifier = verifier;
    this.edges = edges;
  }

  /** Has readings looked up by their stems too. */
  void stemBy(WordForms stems) {
    forms = stems;
  }

  /**
   * Looks up one reading.
   *
   * @param units its letters
   * @param firstReading 1 to leave out the reading that the plain pass has looked up
   * @param from the first of the text's words that it covers
   * @param to the word after the last
   * @param start of its place in the text
   * @param end of its place in the text
   * @param how evasions that the reading itself stands for
   */
  void read(Units units, int firstReading, int from, int to, int start, int end, int how) {
    if (units.size() == 0 || !units.alphabetic()) {
      return;
    }
    if (units.masked()) {
      masked(units, from, to, start, end, how);
      return;
    }
    SlotTable vocabulary = automaton.vocabulary();
    for (int reading = firstReading; reading < units.readings(); reading++) {
      steps += units.size();
      int list = vocabulary.list(units.key(reading));
      if (list != LongIntMap.ABSENT) {
        for (int i = vocabulary.from(list); i < vocabulary.to(list); i++) {
          int slot = vocabulary.slot(i);
          add(from, to, start, end, slot, verifier.whole(units, reading, slot), how);
        }
      }
    }
    if (forms != null) {
      forms.hidden(units, firstReading, from, to, start, end, how);
    }
    if (!automaton.prefixes().isEmpty()) {
      for (int reading = firstReading; reading < units.readings(); reading++) {
        prefixes(units, reading, from, to, start, end, how);
      }
    }
  }

  /** Looks up the words that a word begins with. */
  void prefixes(Units units, int reading, int from, int to, int start, int end, int how) {
    SlotTable table = automaton.prefixes();
    hash.clear();
    for (int i = 0; i < units.size(); i++) {
      if (!hash.add(units.classOf(i, reading))) {
        continue;
      }
      long word = hash.value();
      steps++;
      if (hash.runs() == automaton.beginning() && !automaton.beginnings().mayHold(word)) {
        return;
      }
      int list = table.list(word);
      if (list != LongIntMap.ABSENT) {
        for (int s = table.from(list); s < table.to(list); s++) {
          int slot = table.slot(s);
          add(from, to, start, end, slot, verifier.prefix(units, reading, slot), how);
        }
      }
    }
  }

  /** Looks up the words that a word may be with one typing slip; tells whether it is one. */
  boolean typos(Units units, long hash, int from, int start, int end) {
    SlotTable table = automaton.typos();
    boolean any = false;
    int list = table.list(hash);
    for (int i = table.from(list); i < table.to(list); i++) {
      int slot = table.slot(i);
      int evaded = verifier.typo(units, 0, slot);
      any |= evaded != Evaded.NEVER;
      add(from, from + 1, start, end, slot, evaded, 0);
    }
    return any;
  }

  private void masked(Units units, int from, int to, int start, int end, int how) {
    SlotTable table = automaton.masked();
    for (int reading = 0; reading < units.readings(); reading++) {
      int first = units.classOf(0, reading);
      int last = units.classOf(units.size() - 1, reading);
      int list = table.list(Masks.key(units.size(), first, last));
      for (int i = table.from(list); i < table.to(list); i++) {
        int slot = table.slot(i);
        add(from, to, start, end, slot, verifier.masked(units, reading, slot), how);
      }
    }
  }

  /** Keeps a reading if it is a word at all. */
  void add(int from, int to, int start, int end, int slot, int evaded, int how) {
    steps++;
    if (evaded != Evaded.NEVER) {
      edges.add(from, to, start, end, slot, evaded | how);
    }
  }

  /** Where readings are kept. */
  Edges edges() {
    return edges;
  }

  /** Work done since the matcher was made, in letters and comparisons. */
  long steps() {
    return steps;
  }
}
