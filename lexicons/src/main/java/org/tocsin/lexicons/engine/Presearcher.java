package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Tells by the hashes of a text's words which queries may match it, as the Lucene Monitor's
 * presearcher does by terms: those that have a word, or all words of a row, of each of their
 * required groups. May say yes too often, never no. Immutable.
 *
 * <p>Of a row of words ("go back") most texts lack even the rarest: only where some query has a
 * word of each group, or the rarest of a row, are the other words asked for. What a word is asked
 * for lies in one array, since most of the time here was once spent waiting for memory.
 */
final class Presearcher {
  private final SlotTable vocabulary;
  private final Conditions conditions;

  /** By clause. */
  private final int[] queries;

  /** Longs for the bits: of groups, then of the other words of rows. */
  private final int width;

  /** Where in the numbers begins what each list of the vocabulary asks for; then each slot. */
  private final int[] rows;

  /**
   * Of each word: the bits of the groups that it may meet, how many clauses are held against a text
   * because of it and these, and where {@link #sure} begins. Bits are written as how many longs
   * have some, and for each its index and itself: "the" may be in a thousand groups.
   */
  private final long[] numbers;

  /**
   * Of each word: the bits that it sets, how many rows of words it is the rarest of and for each
   * the bit of the group, how many other words there are and their bits.
   */
  private final long[] sure;

  /**
   * Puts together the words of queries.
   *
   * @param words numbered, with the groups that they meet
   * @param clauses of queries
   * @param vocabulary finds the words' slots by the hash of a word
   */
  Presearcher(Members words, List<Triggered> clauses, SlotTable vocabulary) {
    this.conditions = Conditions.of(clauses.stream().map(Triggered::conditions).toList());
    this.queries = clauses.stream().mapToInt(Triggered::query).toArray();
    this.vocabulary = vocabulary;
    this.width = words.bits / Long.SIZE + 1;
    for (int clause = 0; clause < queries.length; clause++) {
      for (int slot : clauses.get(clause).slots) {
        words.bySlot.get(slot).triggered.add(clause);
      }
    }
    List<Row> all = new ArrayList<>();
    for (int list = 0; list < vocabulary.size(); list++) {
      Row row = new Row();
      for (int i = vocabulary.from(list); i < vocabulary.to(list); i++) {
        row.add(words.bySlot.get(vocabulary.slot(i)));
      }
      all.add(row);
    }
    all.addAll(words.bySlot);
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();
    rows = written(all, row -> row.write(first, second));
    numbers = first.stream().mapToLong(Long::longValue).toArray();
    sure = second.stream().mapToLong(Long::longValue).toArray();
  }

  private static int[] written(List<Row> rows, ToIntFunction<Row> write) {
    Map<Row, Integer> places = new LinkedHashMap<>();
    return rows.stream().mapToInt(row -> places.computeIfAbsent(row, write::applyAsInt)).toArray();
  }

  /**
   * A clause of a query.
   *
   * @param slots of the words of which a text must hold one
   * @param conditions all of which it must meet
   */
  record Triggered(int query, List<Integer> slots, List<Requirement> conditions) {}

  /** What a word is asked for; words of one set mostly have the same. */
  private record Row(TreeSet<Integer> bits, TreeSet<Integer> triggered, List<Member> members) {
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

  /** A row of words that meets a group, without its rarest: the bits of the others. */
  private record Member(int group, List<Integer> others) {}

  /** Which groups words meet, while queries are compiled. */
  static final class Members {
    private final List<Row> bySlot = new ArrayList<>();
    private int bits;

    /**
     * Turns groups round.
     *
     * @param groups numbered from 0
     * @param slots of each term
     * @param slotCount how many there are
     */
    Members(Map<Group, Integer> groups, int[] slots, int slotCount) {
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
  }

  /**
   * Buffers for one thread.
   *
   * @param languages per query: the bits of its languages
   */
  Search newSearch(long[] languages) {
    return new Search(languages);
  }

  /** Looks at one text after the other. */
  final class Search {
    private final long[] languages;
    private final long[] met = new long[width];

    /** Places in the numbers of the words of a text that queries ask for. */
    private final IntList seen = new IntList();

    /** Clauses that may be met. */
    private final IntList possible = new IntList();

    private Search(long[] languages) {
      this.languages = languages;
    }

    /**
     * Sets the bits of the queries that may match.
     *
     * @param edges second readings of the words
     * @param tongues bits of the languages that the text may be in
     */
    void find(Scanner scanner, Edges edges, long tongues, BitSet candidates) {
      see(scanner, edges);
      possible.clear();
      for (int i = 0; i < seen.size(); i++) {
        int at = triggered(seen.get(i));
        for (int end = at + (int) numbers[at]; at < end; at++) {
          int clause = (int) numbers[at + 1];
          if (conditions.metBy(clause, met) && (languages[queries[clause]] & tongues) != 0) {
            possible.add(clause);
          }
        }
      }
      if (!possible.isEmpty()) {
        makeSure();
        for (int i = 0; i < possible.size(); i++) {
          if (conditions.metBy(possible.get(i), met)) {
            candidates.set(queries[possible.get(i)]);
          }
        }
      }
    }

    /**
     * Collects the words and the groups that they may meet. In loops of one step each, so that the
     * processor waits for the memory of many words at once.
     */
    private void see(Scanner scanner, Edges edges) {
      seen.clear();
      long[] hash = scanner.hash;
      for (int t = 0; t < scanner.size; t++) {
        int list = vocabulary.list(hash[t]);
        if (list != LongIntMap.ABSENT) {
          seen.add(list);
        }
      }
      for (int e = 0; e < edges.size(); e++) {
        seen.add(vocabulary.size() + edges.slot(e));
      }
      for (int i = 0; i < seen.size(); i++) {
        seen.set(i, rows[seen.get(i)]);
      }
      Arrays.fill(met, 0);
      for (int i = 0; i < seen.size(); i++) {
        meet(numbers, seen.get(i));
      }
    }

    /** Leaves only the groups of which a word, or all words of a row, are in the text. */
    private void makeSure() {
      Arrays.fill(met, 0);
      for (int i = 0; i < seen.size(); i++) {
        meet(sure, sureOf(seen.get(i)));
      }
      for (int i = 0; i < seen.size(); i++) {
        int at = behindBits(sure, sureOf(seen.get(i)));
        long left = sure[at++];
        for (; left > 0; left--) {
          int others = at + 1;
          if (allMet(others)) {
            met[(int) sure[at] >>> 6] |= 1L << sure[at];
          }
          at = others + 1 + (int) sure[others];
        }
      }
    }

    private int triggered(int row) {
      return behindBits(numbers, row);
    }

    private int sureOf(int row) {
      int triggered = triggered(row);
      return (int) numbers[triggered + 1 + (int) numbers[triggered]];
    }

    private static int behindBits(long[] of, int bits) {
      return bits + 1 + 2 * (int) of[bits];
    }

    /** Sets bits. */
    private void meet(long[] of, int bits) {
      int end = behindBits(of, bits);
      for (int i = bits + 1; i < end; i += 2) {
        met[(int) of[i]] |= of[i + 1];
      }
    }

    private boolean allMet(int list) {
      int end = list + (int) sure[list];
      for (int i = list + 1; i <= end; i++) {
        if ((met[(int) sure[i] >>> 6] >>> sure[i] & 1) == 0) {
          return false;
        }
      }
      return true;
    }
  }
}
