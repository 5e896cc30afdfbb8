package org.tocsin.lexicons.engine;

import java.util.Arrays;

/** A growing list of ints that is emptied and filled again. */
final class IntList {
  private int[] items = new int[16];
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  int get(int i) {
    return items[i];
  }

  void set(int i, int item) {
    items[i] = item;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int last() {
    return items[size - 1];
  }

  void removeLast() {
    size--;
  }

  void clear() {
    size = 0;
  }

  /** Gives the memory back. */
  void trim() {
    items = new int[16];
    size = 0;
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
