package org.tocsin.lexicons.engine;

import java.util.Arrays;

/** Second readings of a text that have been found to be a word of some entry; reused. */
final class Edges {
  /** What follows the last edge. */
  static final int NONE = -1;

  private final IntList from = new IntList();
  private final IntList to = new IntList();
  private final IntList start = new IntList();
  private final IntList end = new IntList();
  private final IntList slot = new IntList();
  private final IntList evaded = new IntList();
  private final IntList next = new IntList();
  private int[] heads = new int[0];

  void clear() {
    from.clear();
    to.clear();
    start.clear();
    end.clear();
    slot.clear();
    evaded.clear();
    next.clear();
  }

  boolean isEmpty() {
    return from.isEmpty();
  }

  /** Adds a reading of the words from one to before another, at a place of the text. */
  void add(int first, int after, int textStart, int textEnd, int wordSlot, int how) {
    from.add(first);
    to.add(after);
    start.add(textStart);
    end.add(textEnd);
    slot.add(wordSlot);
    evaded.add(how);
  }

  /** Sorts them by their first word, of which there are so many. */
  void index(int words) {
    if (heads.length < words) {
      heads = new int[words * 2];
    }
    Arrays.fill(heads, 0, words, NONE);
    for (int i = 0; i < from.size(); i++) {
      next.add(heads[from.get(i)]);
      heads[from.get(i)] = i;
    }
  }

  /** The first edge from a word. */
  int first(int word) {
    return isEmpty() ? NONE : heads[word];
  }

  int next(int edge) {
    return next.get(edge);
  }

  /** Slots of all from one on, each followed by how it is seen. */
  int[] since(int first) {
    int[] since = new int[2 * (size() - first)];
    for (int i = 0; i < since.length; i += 2) {
      since[i] = slot(first + i / 2);
      since[i + 1] = evaded(first + i / 2);
    }
    return since;
  }

  /** How many there are. */
  int size() {
    return from.size();
  }

  /** The first word that it covers. */
  int from(int edge) {
    return from.get(edge);
  }

  int to(int edge) {
    return to.get(edge);
  }

  int start(int edge) {
    return start.get(edge);
  }

  int end(int edge) {
    return end.get(edge);
  }

  int slot(int edge) {
    return slot.get(edge);
  }

  int evaded(int edge) {
    return evaded.get(edge);
  }

  /** Gives the memory back. */
  void trim() {
    heads = new int[0];
    from.trim();
    to.trim();
    start.trim();
    end.trim();
    slot.trim();
    evaded.trim();
    next.trim();
  }
}
