package org.tocsin.connectors.watchlist;

import java.util.List;

/**
 * Programmes under which a holder is listed, of a list that tells them apart from names: after all
 * names and identifiers of that holder, which carry none. Belongs to them; it is no item to count.
 *
 * @param line of the file, from 1
 * @param reference of the holder, see {@link ListedName.Holder#reference}
 * @param programmes at least one
 */
public record ListedProgrammes(long line, String reference, List<String> programmes)
    implements ListItem {
  public ListedProgrammes {
    programmes = List.copyOf(programmes);
  }
}
