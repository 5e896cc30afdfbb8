package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the words of queries are asked for, while a {@link Presearcher} of them is made. */
final class PresearchWords {
  private final List<Row> bySlot = new ArrayList<>();
  private int bits;

  /**
   * Turns groups round.
   *
   * @param groups numbered from 0
   * @param slots of each term
   * @param slotCount how many there are
   */
  PresearchWords(Map<Group, Integer> groups, int[] slots, int slotCount) {
    bits = groups.size();
    for (int slot = 0; slot < slotCount; slot++) {
      bySlot.add(new Row());
    }
    Map<Integer, Integer> others = new HashMap<>();
    groups.forEach(
        (group, number) -> {
          group.terms().forEach(term -> bySlot.get(slots[term]).bits.add(number));
          for (Group.Row row : group.rows()) {
            List<Integer> rest =
                row.others().stream()
                    .map(term -> others.computeIfAbsent(slots[term], slot -> bits++))
                    .toList();
            bySlot.get(slots[row.start()]).members.add(new Member(number, rest));
          }
        });
    others.forEach((slot, bit) -> bySlot.get(slot).bits.add(bit));
  }

  /** How many bits there are: of groups, then of the other words of rows. */
  int bits() {
    return bits;
  }

  /** Says that a clause is held against a text because of a word. */
  void trigger(int slot, int clause) {
    bySlot.get(slot).triggered.add(clause);
  }

  /** Of each list of a vocabulary; then of each slot. */
  List<Row> rows(SlotTable vocabulary) {
    List<Row> all = new ArrayList<>();
    for (int list = 0; list < vocabulary.size(); list++) {
      Row row = new Row();
      for (int i = vocabulary.from(list); i < vocabulary.to(list); i++) {
        row.add(bySlot.get(vocabulary.slot(i)));
      }
      all.add(row);
    }
    all.addAll(bySlot);
    return all;
  }

  /** A row of words that meets a group, without its rarest: the bits of the others. */
  private record Member(int group, List<Integer> others) {}

  /** What a word is asked for; words of one set mostly have the same. */
  record Row(TreeSet<Integer> bits, TreeSet<Integer> triggered, List<Member> members) {
    Row() {
      this(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    }

    void add(Row other) {
      bits.addAll(other.bits);
      triggered.addAll(other.triggered);
      members.addAll(other.members);
    }

    /** Writes it behind the others and gives its place. */
    int write(List<Long> first, List<Long> second) {
      int place = first.size();
      TreeSet<Integer> possible = new TreeSet<>(bits);
      members.forEach(member -> possible.add(member.group));
      writeBits(possible, first);
      write(triggered, first);
      first.add((long) second.size());
      writeBits(bits, second);
      second.add((long) members.size());
      for (Member member : members) {
        second.add((long) member.group);
        write(member.others, second);
      }
      return place;
    }

    private static void writeBits(TreeSet<Integer> bits, List<Long> to) {
      SortedMap<Integer, Long> longs = new TreeMap<>();
      bits.forEach(bit -> longs.merge(bit >>> 6, 1L << bit, (one, other) -> one | other));
      to.add((long) longs.size());
      longs.forEach(
          (index, mask) -> {
            to.add((long) index);
            to.add(mask);
          });
    }

    private static void write(Collection<Integer> items, List<Long> to) {
      to.add((long) items.size());
      items.forEach(item -> to.add((long) item));
    }
  }
}
