/**
 * The public face of the matching library: packs in, matches out.
 *
 * <pre>{@code
 * List<Pack> packs = Packs.read(Path.of("packs"));          // all problems at once, as a PackException
 * LexiconBundle bundle = LexiconBundle.compile(packs);      // immutable, shared by all threads
 * Matcher matcher = bundle.newMatcher();                    // one per thread
 * matcher.match("some text", "en", (entry, start, end, how) ->
 *     System.out.println(entry.id() + " at " + start + ".." + end + ", " + how));
 * }</pre>
 *
 * <p>{@code pack} holds what a keeper edits and how it is read; {@code engine} holds how text is
 * matched. Callers need neither: everything they touch is in this package and in {@code
 * org.tocsin.lexicons.pack}'s records.
 */
@NullMarked
package org.tocsin.lexicons;

import org.jspecify.annotations.NullMarked;
