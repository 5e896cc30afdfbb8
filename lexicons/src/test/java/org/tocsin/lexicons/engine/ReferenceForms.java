package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tocsin.lexicons.pack.Entry;

/** How a word of a text may be another form of an entry's: typing slips and stems. */
final class ReferenceForms {
  private final Stemmer stemmer = new Stemmer();

  /** The folded words of a phrase, cut as texts are. */
  static List<String> words(String phrase) {
    List<String> words = new ArrayList<>();
    for (ReferenceCutter.Piece piece : new ReferenceCutter(phrase).words) {
      Units units = new Units().clear();
      char[] text = phrase.toCharArray();
      words.add(units.append(text, piece.start(), piece.end(), false).folded());
    }
    return words;
  }

  /** A letter left out or two swapped, where that changes the classes. */
  List<Integer> slips(Units text, String word) {
    List<Integer> ways = new ArrayList<>();
    Units wanted = new Units().clear().append(word);
    boolean long5 = text.size() >= 5 && Alignment.mayTypo(wanted);
    for (String form : long5 ? Typos.of(word) : List.<String>of()) {
      Units slip = new Units().clear().append(form);
      int way = slip.key(0) == wanted.key(0) ? Evaded.NEVER : Alignment.whole(text, 0, slip, false);
      if (way != Evaded.NEVER && (way & (Evaded.TYPO | Evaded.REPEATED)) == 0) {
        ways.add(way | Evaded.TYPO);
      }
    }
    return ways;
  }

  /** The same stem in a language of the entry, as written or repaired. */
  List<Integer> stems(Units text, boolean plain, int how, String word, Entry entry) {
    List<Integer> ways = new ArrayList<>();
    for (String language : entry.languages()) {
      int bit = Stemmer.bit(language);
      if (bit == 0 || text.size() < 2) {
        continue;
      }
      List<String> wanted = stemmer.stemsIfWritten(bit, word);
      if (plain && same(bit, text.folded(), wanted)) {
        ways.add(text.evaded() | Evaded.INFLECTED);
      }
      boolean repair = Repairs.needed(text, how);
      for (int r = 0; repair && r < text.readings(); r++) {
        for (String repaired : Repairs.of(text, r)) {
          Units units = new Units().clear().append(repaired);
          int way = Alignment.whole(text, r, units, false);
          if (way != Evaded.NEVER && same(bit, repaired, wanted)) {
            ways.add(way | Evaded.INFLECTED);
          }
        }
      }
    }
    return ways;
  }

  private boolean same(int bit, String word, List<String> wanted) {
    return !Collections.disjoint(stemmer.stemsIfWritten(bit, word), wanted);
  }
}
