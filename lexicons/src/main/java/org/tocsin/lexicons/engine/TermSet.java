package org.tocsin.lexicons.engine;

import java.util.BitSet;

/**
 * The numbers of the terms that one text holds: some dozens out of many thousands, so they are gone
 * through one by one and never bit by bit. Reused.
 */
final class TermSet {
  private final BitSet bits = new BitSet();
  private final IntList numbers = new IntList();

  void clear() {
    for (int i = 0; i < numbers.size(); i++) {
      bits.clear(numbers.get(i));
    }
    numbers.clear();
  }

  void add(int number) {
    if (!bits.get(number)) {
      bits.set(number);
      numbers.add(number);
    }
  }

  int size() {
    return numbers.size();
  }

  int get(int i) {
    return numbers.get(i);
  }
}
