package org.tocsin.lexicons.engine;

import java.util.List;
import java.util.Map;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/**
 * The words of all queries, to be looked up in a text that is searched. Immutable.
 *
 * @param words the tables of the engine over them; no phrases
 * @param terms per slot: what is put in the index where it is seen
 * @param patterns by their term
 * @param choices by the number of a term: those that begin with it
 * @param presearcher tells which queries may match
 */
record QueryVocabulary(
    Automaton words,
    List<List<Seen>> terms,
    Map<String, CharacterRunAutomaton> patterns,
    List<int[]> choices,
    Presearcher presearcher) {

  /**
   * One way to look for a word.
   *
   * @param term what queries ask for
   * @param number of the term
   * @param evaded what the spelling stands for
   * @param allowed the evasions that may have been undone
   */
  record Seen(String term, int number, int evaded, int allowed) {}
}
