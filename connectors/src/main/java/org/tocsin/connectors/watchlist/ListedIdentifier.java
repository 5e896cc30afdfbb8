package org.tocsin.connectors.watchlist;

/**
 * An identifier of a listed holder that machines can look for.
 *
 * @param line of the file, from 1
 * @param holder whose it is
 * @param scheme what it is, as the list labels it: {@code XBT}, {@code ETH}, {@code CryptoWallet};
 *     lists are known to label some wrongly, so validate the value, not the label
 * @param value as listed
 */
public record ListedIdentifier(long line, ListedName.Holder holder, String scheme, String value)
    implements ListItem {}
