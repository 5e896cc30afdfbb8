package org.tocsin.lexicons.engine;

/** Finds the second readings of a text's words that are words of an automaton; reused. */
final class EdgeFinder {
  private final Edges edges = new Edges();
  private final Verifier verifier;
  private final Lookup lookup;
  private final Readings readings;
  private final SpacedLetters spaced;
  private final WordForms forms;

  EdgeFinder(Automaton automaton, Scanner scanner) {
    verifier = new Verifier(automaton);
    lookup = new Lookup(automaton, verifier, edges);
    readings = new Readings(scanner, lookup);
    spaced = new SpacedLetters(scanner, lookup);
    forms = new WordForms(automaton, scanner, lookup, verifier);
    lookup.stemBy(forms);
  }

  /** Says which languages the next texts may be in, by the bits of the stemmers. */
  void speak(int stemmers) {
    forms.speak(stemmers);
  }

  /** Finds those of the text that was scanned last. */
  void find() {
    edges.clear();
    if (readings.any()) {
      readings.collect();
    }
    if (spaced.any()) {
      spaced.collect();
    }
    forms.collect();
  }

  /** What was found last. */
  Edges edges() {
    return edges;
  }

  /** Compares the automaton's words. */
  Verifier verifier() {
    return verifier;
  }

  /** Work done since it was made, in letters and comparisons. */
  long steps() {
    return lookup.steps();
  }
}
