package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * The queries of packs, compiled. Immutable.
 *
 * @param queries over the field {@link QueryCompiler#FIELD}, by the number of their entry; null for
 *     entries that are no query
 * @param vocabulary the words of all of them
 */
record Queries(List<@Nullable Query> queries, QueryVocabulary vocabulary) {

  /** Whether no entry is a query. */
  boolean isEmpty() {
    return vocabulary.words().slots().size() == 0;
  }

  /**
   * Compiles them.
   *
   * @throws RefusedEntriesException naming every query that cannot be read or requires no word
   */
  static Queries of(List<Pack> packs) {
    QueryCompiler compiler = new QueryCompiler();
    List<QueryCompiler.@Nullable Compiled> compiled = new ArrayList<>();
    for (Pack pack : packs) {
      for (Entry entry : pack.entries()) {
        String query = entry.query();
        compiled.add(
            query != null && entry.status().matched()
                ? compiler.compile(entry, query, pack.sets())
                : null);
      }
    }
    if (!compiler.refusals().isEmpty()) {
      throw new RefusedEntriesException(compiler.refusals());
    }
    List<@Nullable Query> queries = new ArrayList<>();
    compiled.forEach(query -> queries.add(query == null ? null : query.query()));
    return new Queries(queries, compiler.vocabulary(compiled));
  }
}
