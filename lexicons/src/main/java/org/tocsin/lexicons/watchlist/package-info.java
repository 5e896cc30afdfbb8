/**
 * Watchlists: who and what is listed, and finding it in posts.
 *
 * <p>A {@link org.tocsin.lexicons.watchlist.Watchlist} holds the items of one or more published
 * lists, immutable and named by the digest of its content. {@link
 * org.tocsin.lexicons.watchlist.WatchlistBuilder} makes one and gives a reason for everything that
 * it does not take; {@link org.tocsin.lexicons.watchlist.WatchlistMatcher} looks for it in a text.
 *
 * <p><b>Exact values.</b> An identifier is typed by its own form, never by what the list calls it:
 * the same extractor that reads posts reads the lists, so both come to the same canonical value. A
 * value that the extractor cannot find in a post can never match and is refused with that reason. A
 * listed value in a post is a match of weight 1 that no context lowers.
 *
 * <p><b>Names.</b> Most posts that name a listed holder are news. A name therefore weighs little,
 * is lowered by the contexts around it and around the wallets of its post, and is looked for only
 * in posts that are a sign of financing for another reason, or ask to give. A good name ({@link
 * org.tocsin.lexicons.watchlist.NameUse#ALONE}) is then shown as it is. A weak one, of which the
 * list itself, its shape or the language says that it names many, is shown only with another sign:
 * another name of the same item in the post, or an observable that can carry money. Names that are
 * common words are kept for looking up and never sought. Names match in any declared language, with
 * and without diacritics, and across alphabets ({@code translit}), by the engine that matches
 * lexicons.
 *
 * <p><b>The file.</b> One line that says what it is, the format's version and the digest; then the
 * items, one JSON line each, compressed. Nothing in it depends on the engine: names are compiled
 * when a process first needs them.
 */
@NullMarked
package org.tocsin.lexicons.watchlist;

import org.jspecify.annotations.NullMarked;
