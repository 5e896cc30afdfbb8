/**
 * How text is matched: internals, free to change.
 *
 * <p>A text is read once: every character is looked up in one table that gives a byte, the code of
 * its <em>class</em> for letters, the coarsest thing that any evasion can make of it (a, á, 4,
 * Cyrillic а are one class), else what a separator may mean. Eight bytes at a time become bits:
 * where letters are, and which characters need a look ({@link org.tocsin.lexicons.engine.Kinds}).
 * Words are the runs of bits; their codes, neighbours of one code taken once, are hashed sixteen at
 * a time ({@link org.tocsin.lexicons.engine.WordHashes}). The loops run over whole blocks and
 * without branches that depend on the text, since wrong guesses of the processor cost more than all
 * the rest. Hashtags, mentions, addresses, digits that may be letters, marks and emoji are what is
 * looked at one by one.
 *
 * <p>One bit filter over the first words of all phrases, up to three in a row, tells where a phrase
 * may begin ({@link org.tocsin.lexicons.engine.Grams}). Only there is the vocabulary asked, which
 * maps a hash to the words of entries that it may stand for, and the trie of phrases walked; each
 * word on the way is held letter by letter against the entry's: that comparison alone decides what
 * matches and names the evasions. So it does no harm that classes of different scripts share the
 * 127 codes. Positions are those of the original text throughout, so there is no offset map.
 *
 * <p>What cannot be a plain word (symbols as letters, letters kept apart, split hashtags) is read a
 * second time and joins the walk as an edge over the words that it covers.
 *
 * <p>Queries are Lucene's intervals, run only where it pays. A query is read as clauses, one for
 * each of the frames that it offers, and a clause is asked only where its rarest words are ({@link
 * org.tocsin.lexicons.engine.Clause}). The hashes of a text's words tell which groups of words and
 * rows of words it may meet ({@link org.tocsin.lexicons.engine.Presearcher}), as the Lucene
 * Monitor's presearcher does by terms, and so which clauses ({@link
 * org.tocsin.lexicons.engine.Conditions}); the cheap question may say yes too often, never no. Of a
 * text that is left the words of queries are looked up by the same means as those of phrases
 * ({@link org.tocsin.lexicons.engine.QueryReader}) and the one text is searched ({@link
 * org.tocsin.lexicons.engine.StoredQueries}), where words come from what was seen ({@link
 * org.tocsin.lexicons.engine.Places}) and only their combination is Lucene's.
 *
 * <p>Sources: the idea of matching a coarse key and verifying is that of Karp and Rabin's and of
 * Unicode TS 39's skeletons; bits of bytes by multiplication and edges of runs are Langdale and
 * Lemire's (simdjson, 2019); sums of products as hashes are Carter and Wegman's (1979); letters,
 * folding and confusables are ICU's data; stemmers are Lucene's.
 */
@NullMarked
package org.tocsin.lexicons.engine;

import org.jspecify.annotations.NullMarked;
