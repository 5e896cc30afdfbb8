package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The typing slips that are looked for: one inner letter left out, doubled, or swapped with the
 * inner letter behind it. The first and the last letter are kept. Doubling, and leaving out one of
 * two equal letters, keep the class hash: {@link Alignment} sees them.
 */
final class Typos {
  private Typos() {}

  /**
   * The misspelt forms of a folded word whose class hash may differ from the word's own; none for
   * words with marks or emoji.
   */
  static List<String> of(String word) {
    List<String> forms = new ArrayList<>();
    if (!word.chars().allMatch(c -> Character.isLetter((char) c))) {
      return forms;
    }
    for (int i = 1; i < word.length() - 1; i++) {
      forms.add(without(word, i));
      forms.add(swapped(word, i));
    }
    forms.removeIf(String::isEmpty);
    return forms;
  }

  /** The word without an inner letter; empty when the letter is not inner. */
  static String without(String word, int i) {
    boolean inner = i > 0 && i < word.length() - 1;
    return inner ? word.substring(0, i) + word.substring(i + 1) : "";
  }

  /** The word with an inner letter and the inner letter behind it swapped; empty without both. */
  static String swapped(String word, int i) {
    if (i < 1 || i > word.length() - 3 || word.charAt(i) == word.charAt(i + 1)) {
      return "";
    }
    return word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
  }
}
