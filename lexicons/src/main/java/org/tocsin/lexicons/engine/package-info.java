/**
 * How text is matched: internals, free to change.
 *
 * <p>A text is scanned once: every character is looked up in one table that gives its kind and the
 * hash of its <em>class</em>, the coarsest thing that any evasion can make of it (a, á, 4, Cyrillic
 * а are one class). Classes, neighbours of one class taken once, roll into one 64-bit hash per
 * word; the vocabulary maps it to the words of entries that it may stand for. Most words are in no
 * entry and most pairs of words in no phrase, which a bit filter over pairs tells; only what is
 * left walks the trie of phrases, and each word on the way is held letter by letter against the
 * entry's: that comparison alone decides what matches and names the evasions. Positions are those
 * of the original text throughout, so there is no offset map.
 *
 * <p>What cannot be a plain word (symbols as letters, letters kept apart, split hashtags) is read a
 * second time and joins the walk as an edge over the words that it covers.
 *
 * <p>Sources: the idea of matching a coarse key and verifying is that of Karp and Rabin's and of
 * Unicode TS 39's skeletons; cyclic-polynomial hashing is Cohen's (1997); letters, folding and
 * confusables are ICU's data; stemmers are Lucene's.
 */
@NullMarked
package org.tocsin.lexicons.engine;

import org.jspecify.annotations.NullMarked;
