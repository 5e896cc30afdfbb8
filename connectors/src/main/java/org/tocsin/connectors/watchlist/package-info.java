/**
 * Readers of published lists: sanctions lists and word lists, as they are published.
 *
 * <p>A {@link org.tocsin.connectors.watchlist.ListReader} turns a file into typed {@link
 * org.tocsin.connectors.watchlist.ListItem}s and gives each to its caller as it is read: names,
 * identifiers such as wallet addresses, words, and what is none of them with the reason. Nothing is
 * left out silently, so that callers can make the counts add up; nothing is judged, so that a pack
 * of words and a watchlist of wallets can be made from the same items. Memory does not grow with
 * the file, but for OFAC's tables of holders, which its second file, or the end of its XML, refers
 * to.
 *
 * <p>XML is read with document types and external entities off. Lists are data that somebody else
 * publishes under a licence of their own: none is part of this project.
 */
@NullMarked
package org.tocsin.connectors.watchlist;

import org.jspecify.annotations.NullMarked;
