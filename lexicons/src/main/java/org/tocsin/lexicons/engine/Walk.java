package org.tocsin.lexicons.engine;

import java.util.Arrays;

/** Walks the phrases from every word of a text where one may begin; reused. */
final class Walk {
  private static final long EDGE = Long.MIN_VALUE;

  private final Automaton automaton;
  private final Scanner scanner;
  private final Edges edges;
  private final Verifier verifier;
  private final Found found;
  private long spoken;
  private long steps;
  private int start;
  private int end;

  /** The words taken so far: word and slot, or the number of an edge. */
  private long[] path = new long[8];

  Walk(Automaton automaton, Scanner scanner, Edges edges, Verifier verifier, Found found) {
    this.automaton = automaton;
    this.scanner = scanner;
    this.edges = edges;
    this.verifier = verifier;
    this.found = found;
  }

  /**
   * Finds all phrases.
   *
   * @param begins the words of the text at which a phrase of plain words may begin, 64 each
   * @param tongues the bits of the languages that the text may be in
   */
  void all(long[] begins, long tongues) {
    spoken = tongues;
    if (!edges.isEmpty()) {
      edges.index(scanner.size);
    }
    for (int t = 0; t < scanner.size; t++) {
      if (((begins[t >>> 6] >>> t) & 1) != 0 || nearEdge(t)) {
        step(PhraseTrie.ROOT, t, 0);
      }
    }
  }

  /** Whether one of the words that {@link Grams} looks at may be read in a second way. */
  private boolean nearEdge(int t) {
    if (edges.isEmpty()) {
      return false;
    }
    for (int i = t; i < Math.min(t + Grams.MOST, scanner.size); i++) {
      if (edges.first(i) != Edges.NONE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Follows the trie by slots alone; words are compared only once a whole phrase is there, which
   * few are.
   */
  private void step(int node, int t, int depth) {
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
    }
    SlotTable vocabulary = automaton.vocabulary();
    int list = vocabulary.list(scanner.hash[t]);
    for (int i = vocabulary.from(list); i < vocabulary.to(list); i++) {
      int slot = vocabulary.slot(i);
      int next = automaton.trie().next(node, slot);
      steps++;
      if (next != PhraseTrie.ROOT) {
        path[depth] = (long) t << 32 | slot;
        arrive(next, t + 1, depth + 1);
      }
    }
    for (int e = edges.first(t); e != Edges.NONE; e = edges.next(e)) {
      int next = automaton.trie().next(node, edges.slot(e));
      steps++;
      if (next != PhraseTrie.ROOT) {
        path[depth] = EDGE | e;
        arrive(next, edges.to(e), depth + 1);
      }
    }
  }

  private void arrive(int node, int next, int depth) {
    PhraseTrie trie = automaton.trie();
    if (trie.from(node) < trie.to(node)) {
      int evaded = verify(depth);
      for (int i = trie.from(node); i < trie.to(node) && evaded != Evaded.NEVER; i++) {
        found(trie.entry(i), evaded | trie.evaded(i));
      }
    }
    if (next < scanner.size) {
      step(node, next, depth);
    }
  }

  private void found(int entry, int how) {
    boolean allowed = (how & ~automaton.allowed()[entry]) == 0;
    if (allowed && (automaton.languages()[entry] & spoken) != 0) {
      found.add(entry, start, end, how);
    }
  }

  /** Compares the words of the path; sets the place that they take. */
  private int verify(int depth) {
    int evaded = 0;
    for (int i = 0; i < depth; i++) {
      int how;
      if (path[i] < 0) {
        int edge = (int) path[i];
        start = i == 0 ? edges.start(edge) : start;
        end = edges.end(edge);
        how = edges.evaded(edge);
      } else {
        int t = (int) (path[i] >>> 32);
        start = i == 0 ? scanner.start[t] : start;
        how = plain(t, (int) path[i]);
      }
      if (how == Evaded.NEVER) {
        return how;
      }
      evaded |= how;
    }
    return evaded;
  }

  private int plain(int t, int slot) {
    end = scanner.end[t];
    String word = automaton.slots().words()[slot];
    if (Apostrophes.ends(word) && Apostrophes.follows(scanner, t)) {
      end++;
    }
    return verifier.plain(scanner.text, scanner.start[t], end, slot);
  }

  long steps() {
    return steps;
  }
}
