package org.tocsin.lexicons.engine;

import java.util.List;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.pack.Entry;

/** Entries, compiled for matching. Immutable, shared by all threads. */
public final class Engine {
  private final List<Entry> entries;
  private final Automaton automaton;

  private Engine(List<Entry> entries, Automaton automaton) {
    this.entries = entries;
    this.automaton = automaton;
  }

  /** Compiles the entries that are to be matched; the others are kept and never found. */
  public static Engine of(List<Entry> entries) {
    List<Entry> kept = List.copyOf(entries);
    return new Engine(kept, AutomatonBuilder.build(kept));
  }

  /** A matcher with buffers of its own, for one thread. */
  public Matcher newMatcher() {
    return new FusedMatcher(automaton, entries);
  }
}
