/**
 * The formats that posts arrive in: one {@link org.tocsin.connectors.format.PostFormat} each, from
 * raw bytes to posts.
 *
 * <p>A post stays a {@link org.tocsin.connectors.format.PostDraft}, reused for every record, until
 * something in it matched: no record, no list and no pseudonym is made for the many posts that
 * match nothing. Readers use Jackson's streaming API and skip what they do not need. A record is a
 * post (or several), a deletion, something that is not a post, or unreadable with a reason; nothing
 * else, and never an exception.
 */
@NullMarked
package org.tocsin.connectors.format;

import org.jspecify.annotations.NullMarked;
