package org.tocsin.lexicons.engine;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The numbers of the terms that one text holds: some dozens out of many thousands, so they are gone
 * through one by one and never bit by bit. Reused.
 */
final class TermSet {
  private final BitSet bits = new BitSet();
  private final IntList numbers = new IntList();

  /** By group: 0 not asked yet, 1 met, 2 missing. */
  private byte[] answers = new byte[256];

  void clear() {
    for (int i = 0; i < numbers.size(); i++) {
      bits.clear(numbers.get(i));
    }
    numbers.clear();
    Arrays.fill(answers, (byte) 0);
  }

  void add(int number) {
    if (!bits.get(number)) {
      bits.set(number);
      numbers.add(number);
    }
  }

  boolean has(int number) {
    return bits.get(number);
  }

  int size() {
    return numbers.size();
  }

  int get(int i) {
    return numbers.get(i);
  }

  /** Whether it meets a group, asked once for all queries that require the same. */
  boolean meets(int group, BitSet terms, Rows rows) {
    if (group >= answers.length) {
      answers = Arrays.copyOf(answers, 2 * group);
    }
    if (answers[group] == 0) {
      answers[group] = (byte) (meets(terms) || rows.anyIn(this) ? 1 : 2);
    }
    return answers[group] == 1;
  }

  /** Whether one of them is in another set. */
  private boolean meets(BitSet others) {
    for (int i = 0; i < numbers.size(); i++) {
      if (others.get(numbers.get(i))) {
        return true;
      }
    }
    return false;
  }
}
