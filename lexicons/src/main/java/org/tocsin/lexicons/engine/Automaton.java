package org.tocsin.lexicons.engine;

/**
 * Everything that matching needs to know about the entries, in flat arrays shared by all threads.
 *
 * @param slots the distinct words
 * @param vocabulary slots by the hash of their classes
 * @param grams filter over the first words of phrases, up to {@link Grams#MOST} in a row
 * @param trie the phrases
 * @param prefixes slots that a word may begin with, by the hash of the beginning
 * @param beginning how many classes {@code beginnings} looks at
 * @param beginnings filter over the first classes of words, for prefixes
 * @param typos slots by the hash of their misspelt forms
 * @param typoFilter filter over the hashes of {@code typos}
 * @param masked slots by length, first and last class
 * @param stems slots by stem
 * @param stemmers bits of the languages that {@code stems} knows
 * @param allowed per entry: the evasions that it allows
 * @param languages per entry: the bits of its languages
 * @param tongues which bit is which language
 */
// Flat arrays on purpose: it is never compared, and read millions of times a second.
@SuppressWarnings("ArrayRecordComponent")
record Automaton(
    Slots slots,
    SlotTable vocabulary,
    BitFilter grams,
    PhraseTrie trie,
    SlotTable prefixes,
    int beginning,
    BitFilter beginnings,
    SlotTable typos,
    BitFilter typoFilter,
    SlotTable masked,
    SlotTable stems,
    int stemmers,
    int[] allowed,
    long[] languages,
    Languages tongues) {}
