package org.tocsin.lexicons.engine;

import java.util.List;

/**
 * The distinct words of all entries, numbered: what one word of a text is held against. Immutable.
 *
 * @param words folded
 * @param traits bits of {@link #TURKISH}, {@link #PREFIX}, {@link #TYPO}
 * @param suffixes index into {@code endings}, 0 for none
 * @param stems bits of the {@link Stemmer} languages by whose stems it also matches
 * @param endings lists of suffixes that words may have
 */
// Flat arrays on purpose: it is never compared, and read millions of times a second.
@SuppressWarnings("ArrayRecordComponent")
record Slots(
    String[] words, byte[] traits, int[] suffixes, byte[] stems, List<List<String>> endings) {

  /** Capital I is dotless in this word. */
  static final int TURKISH = 1;

  /** The text's word may go on. */
  static final int PREFIX = 2;

  /** A typing slip is looked for. */
  static final int TYPO = 4;

  boolean is(int slot, int trait) {
    return (traits[slot] & trait) != 0;
  }

  int size() {
    return words.length;
  }
}
