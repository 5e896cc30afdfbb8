package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  Presearcher(PresearchWords words, List<Triggered> clauses, SlotTable vocabulary) {
    this.conditions = Conditions.of(clauses.stream().map(Triggered::conditions).toList());
    this.queries = clauses.stream().mapToInt(Triggered::query).toArray();
    this.vocabulary = vocabulary;
    this.width = words.bits() / Long.SIZE + 1;
    for (int clause = 0; clause < queries.length; clause++) {
      for (int slot : clauses.get(clause).slots) {
        words.trigger(slot, clause);
      }
    }
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();
    Map<PresearchWords.Row, Integer> places = new HashMap<>();
    rows =
        words.rows(vocabulary).stream()
            .mapToInt(row -> places.computeIfAbsent(row, one -> one.write(first, second)))
            .toArray();
    numbers = first.stream().mapToLong(Long::longValue).toArray();
    sure = second.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * A clause of a query.
   *
   * @param slots of the words of which a text must hold one
   * @param conditions all of which it must meet
   */
  record Triggered(int query, List<Integer> slots, List<Requirement> conditions) {}

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
