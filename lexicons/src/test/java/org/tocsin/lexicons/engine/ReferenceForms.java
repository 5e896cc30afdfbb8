package org.tocsin.lexicons.engine;

import java.util.ArrayList;
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

  /** The same stem in a language of the entry. */
  List<Integer> stems(Units text, String word, Entry entry) {
    List<Integer> ways = new ArrayList<>();
    for (String language : entry.languages()) {
      int bit = Stemmer.bit(language);
      String stem = bit == 0 || text.size() < 2 ? null : stemmer.stemIfWritten(bit, text.folded());
      if (stem != null && stem.equals(stemmer.stemIfWritten(bit, word))) {
        ways.add(text.evaded() | Evaded.INFLECTED);
      }
    }
    return ways;
  }
}
