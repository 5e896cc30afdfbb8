package org.tocsin.lexicons.engine;

import java.util.List;
import java.util.Set;

/** Other alphabets that a phrase may be written in. */
final class Translit {
  private Translit() {}

  /** The phrase in the other alphabets of its languages; without itself. */
  static Set<String> of(String phrase, List<String> languages) {
    return Set.of();
  }
}
