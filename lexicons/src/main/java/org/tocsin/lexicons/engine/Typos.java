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

  /** The misspelt forms of a folded word whose class hash may differ from the word's own. */
  static List<String> of(String word) {
    List<String> forms = new ArrayList<>();
    int[] letters = word.codePoints().toArray();
    for (int i = 1; i < letters.length - 1; i++) {
      forms.add(new String(letters, 0, i) + new String(letters, i + 1, letters.length - i - 1));
      if (i < letters.length - 2 && letters[i] != letters[i + 1]) {
        int[] swapped = letters.clone();
        swapped[i] = letters[i + 1];
        swapped[i + 1] = letters[i];
        forms.add(new String(swapped, 0, swapped.length));
      }
    }
    return forms;
  }
}
