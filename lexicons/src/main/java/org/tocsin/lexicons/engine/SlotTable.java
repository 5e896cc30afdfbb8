package org.tocsin.lexicons.engine;

import java.util.Arrays;

/** Which slots a hash may stand for: a map to lists in one flat array. Immutable. */
final class SlotTable {
  private final LongIntMap lists;
  private final int[] offsets;
  private final int[] slots;

  SlotTable(LongIntMap lists, int[] offsets, int[] slots) {
    this.lists = lists;
    this.offsets = offsets;
    this.slots = slots;
  }

  /** The number of the list for a hash, 0 when there is none. */
  int list(long hash) {
    return lists.get(hash);
  }

  int from(int list) {
    return offsets[list];
  }

  int to(int list) {
    return offsets[list + 1];
  }

  int slot(int at) {
    return slots[at];
  }

  boolean isEmpty() {
    return slots.length == 0;
  }

  /** How many lists there are, the empty list 0 counted. */
  int size() {
    return offsets.length - 1;
  }

  LongIntMap lists() {
    return lists;
  }

  int[] offsets() {
    return offsets;
  }

  int[] slots() {
    return slots;
  }

  /** Collects pairs of hash and slot. */
  static final class Builder {
    private final LongIntMap lists = new LongIntMap(16);
    private final IntList numbers = new IntList();
    private final IntList members = new IntList();

    void add(long hash, int slot) {
      int list = lists.get(hash);
      if (list == LongIntMap.ABSENT) {
        list = lists.size() + 1;
        lists.put(hash, list);
      }
      numbers.add(list);
      members.add(slot);
    }

    SlotTable build() {
      int[] offsets = new int[lists.size() + 2];
      for (int i = 0; i < numbers.size(); i++) {
        offsets[numbers.get(i) + 1]++;
      }
      for (int i = 1; i < offsets.length; i++) {
        offsets[i] += offsets[i - 1];
      }
      int[] next = Arrays.copyOf(offsets, offsets.length);
      int[] slots = new int[members.size()];
      for (int i = 0; i < slots.length; i++) {
        slots[next[numbers.get(i)]++] = members.get(i);
      }
      return new SlotTable(lists, offsets, slots);
    }
  }
}
