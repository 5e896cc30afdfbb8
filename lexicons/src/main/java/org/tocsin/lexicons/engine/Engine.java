package org.tocsin.lexicons.engine;

import java.nio.ByteBuffer;
import java.util.List;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/** Entries, compiled for matching. Immutable, shared by all threads. */
public final class Engine {
  private final List<Entry> entries;
  private final Automaton automaton;
  private final Queries queries;

  Engine(List<Entry> entries, Automaton automaton, Queries queries) {
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
    Queries queries = Queries.of(packs);
    return new Engine(entries, AutomatonBuilder.build(entries), queries);
  }

  /** A matcher with buffers of its own, for one thread. */
  public Matcher newMatcher() {
    return new FusedMatcher(automaton, entries, queries);
  }

  /** The queries of which a text holds a word of each required kind, in whatever order. */
  public List<Entry> mayMatch(String text) {
    return new FusedMatcher(automaton, entries, queries).mayMatch(text);
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
    AutomatonCodec.Arrays in = new AutomatonCodec.Arrays(automaton);
    return new Engine(entries, AutomatonCodec.read(in), Queries.of(packs));
  }
}
