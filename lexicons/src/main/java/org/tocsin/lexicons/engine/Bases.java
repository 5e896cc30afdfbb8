package org.tocsin.lexicons.engine;

import com.ibm.icu.text.Normalizer2;

/**
 * Letters without diacritics: the search folding of Unicode (UTR 30, as Lucene ships it), and what
 * it leaves out for the languages of Central Asia, for Persian and for Pashto.
 */
final class Bases {
  /** A letter, then what people write for it who lack its key. */
  private static final String[] ALSO = {
    "ıi", "ҷч", "ҹч", "өо", "үу", "ұу", "ҽе", "ўу", "әа", "ئي", "ېي", "ۍي", "ێي", "ےي", "ھه", "ہه",
    "ۀه", "ەه", "ۂه", "ښش", "ګگ", "ڼن", "ړر", "ډد", "ټت", "ځج", "څچ", "ږژ",
  };

  private Bases() {}

  static char of(char letter, Normalizer2 folding) {
    for (String row : ALSO) {
      if (row.charAt(0) == letter) {
        return row.charAt(1);
      }
    }
    if (letter >= '!' && letter <= '~') {
      return letter;
    }
    String base = folding.normalize(String.valueOf(letter));
    if (base.isEmpty()) {
      return 0;
    }
    return base.length() == 1 ? base.charAt(0) : letter;
  }
}
