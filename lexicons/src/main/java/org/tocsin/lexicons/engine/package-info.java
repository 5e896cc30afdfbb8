/**
 * How text is matched: internals, free to change.
 *
 * <p>Text is tokenised by Lucene's {@code StandardTokenizer} (Unicode UAX 29), lower-cased and, for
 * inflected entries, stemmed; phrases are walked in a trie of tokens. Offsets are the tokenizer's
 * own, into the original text.
 */
@NullMarked
package org.tocsin.lexicons.engine;

import org.jspecify.annotations.NullMarked;
