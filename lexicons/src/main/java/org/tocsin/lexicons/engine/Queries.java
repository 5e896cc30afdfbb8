package org.tocsin.lexicons.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * The queries of packs, compiled. Immutable.
 *
 * @param compiled by the number of their entry
 * @param vocabulary the words of all of them
 */
record Queries(Map<Integer, QueryCompiler.Compiled> compiled, QueryVocabulary vocabulary) {

  /**
   * Compiles them.
   *
   * @throws RefusedEntriesException naming every query that cannot be read or requires no word
   */
  static Queries of(List<Pack> packs) {
    QueryCompiler compiler = new QueryCompiler();
    Map<Integer, QueryCompiler.Compiled> queries = new HashMap<>();
    int number = 0;
    for (Pack pack : packs) {
      for (Entry entry : pack.entries()) {
        String query = entry.query();
        QueryCompiler.Compiled compiled =
            query != null && entry.status().matched()
                ? compiler.compile(entry, query, pack.sets())
                : null;
        if (compiled != null) {
          queries.put(number, compiled);
        }
        number++;
      }
    }
    if (!compiler.refusals().isEmpty()) {
      throw new RefusedEntriesException(compiler.refusals());
    }
    return new Queries(queries, compiler.vocabulary());
  }
}
