package org.tocsin.lexicons.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/** Entries, compiled for matching. Immutable, shared by all threads. */
public final class Engine {
  private final List<Entry> entries;
  private final Automaton automaton;
  private final Map<Integer, Query> queries;

  Engine(List<Entry> entries, Automaton automaton, Map<Integer, Query> queries) {
    this.entries = entries;
    this.automaton = automaton;
    this.queries = queries;
  }

  /**
   * Compiles the entries of packs that are to be matched; the others are kept and never found.
   *
   * @throws RefusedEntriesException naming every query that cannot be read or requires no word
   */
  public static Engine of(List<Pack> packs) {
    List<Entry> entries = packs.stream().flatMap(pack -> pack.entries().stream()).toList();
    Map<Integer, QueryCompiler.Compiled> compiled = queries(packs);
    Map<Integer, Query> queries = new HashMap<>();
    compiled.forEach((entry, query) -> queries.put(entry, query.query()));
    return new Engine(entries, AutomatonBuilder.build(entries, compiled), queries);
  }

  /** The queries of the packs by the number of their entry. */
  static Map<Integer, QueryCompiler.Compiled> queries(List<Pack> packs) {
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
    return queries;
  }

  /** A matcher with buffers of its own, for one thread. */
  public Matcher newMatcher() {
    return new FusedMatcher(automaton, entries, queries);
  }

  /** The automaton as bytes. */
  public byte[] write() {
    AutomatonCodec.Arrays out = new AutomatonCodec.Arrays(ByteBuffer.allocate(1 << 16));
    AutomatonCodec.write(automaton, out);
    ByteBuffer buffer = out.buffer().flip();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** Reads what {@link #write} wrote for the same packs. */
  public static Engine read(ByteBuffer automaton, List<Pack> packs) {
    List<Entry> entries = packs.stream().flatMap(pack -> pack.entries().stream()).toList();
    Map<Integer, Query> queries = new HashMap<>();
    queries(packs).forEach((entry, query) -> queries.put(entry, query.query()));
    return new Engine(entries, AutomatonCodec.read(new AutomatonCodec.Arrays(automaton)), queries);
  }
}
