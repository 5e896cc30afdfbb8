package org.tocsin.connectors.watchlist;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads lists of one format. Stateless unless it says so; any thread. */
@FunctionalInterface
public interface ListReader {

  /**
   * Reads a list to its end.
   *
   * @param in the list; not closed
   * @param sink is given every item in order of the file
   * @throws IOException when the file cannot be read, or is not of this format; the message says
   *     where and what was expected
   */
  void read(InputStream in, Consumer<ListItem> sink) throws IOException;
}
