/**
 * The formats that posts arrive in: one {@link org.tocsin.connectors.format.PostFormat} each, from
 * raw bytes to posts.
 *
 * <p>A post stays a {@link org.tocsin.connectors.format.PostDraft}, reused for every record, until
 * something in it matched: no record, no list and no pseudonym is made for the many posts that
 * match nothing. Readers use Jackson's streaming API and skip what they do not need. A record is a
 * post (or several), a deletion, something that is not a post, or unreadable with a reason; nothing
 * else, and never an exception.
 *
 * <p>Readers tell what a record holds only once the whole record proved to be JSON: a record that
 * is cut off gives a reason and no half posts. In a page of many posts, one that is not what it
 * should be is told as unreadable and the others are read. A field of a wrong type is a reason,
 * never guessed at; JSON null is an absent field.
 *
 * <p>Every account is taken for a raw handle, in Tocsin's own format too. Deletions and edits come
 * as retractions and new versions: each format's class says which. Tocsin's own deletion record is
 * {@code {"deleted":"platform:id","at":"2026-03-01T12:00:00Z"}}.
 *
 * <p>Offsets count in the text as {@link org.tocsin.connectors.format.PostDraft#text} gives it:
 * what the platform sent, and for HTML what is left when the tags are gone.
 */
@NullMarked
package org.tocsin.connectors.format;

import org.jspecify.annotations.NullMarked;
