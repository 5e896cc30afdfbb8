package org.tocsin.lexicons.engine;

import java.util.List;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.ar.ArabicStemmer;
import org.apache.lucene.analysis.fa.PersianNormalizer;
import org.apache.lucene.analysis.fa.PersianStemmer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The stemmers that Lucene has or uses for our languages. One per thread. */
final class Stemmer {
  /** Languages in the order of the bits that name them. */
  static final String[] LANGUAGES = {"en", "ru", "ar", "fa", "tr", "uk"};

  static final int ALL = (1 << LANGUAGES.length) - 1;

  private static final int UKRAINIAN = 32;

  private final SnowballStemmer english = new EnglishStemmer();
  private final SnowballStemmer russian = new RussianStemmer();
  private final SnowballStemmer turkish = new TurkishStemmer();
  private final ArabicNormalizer arabicNormalizer = new ArabicNormalizer();
  private final ArabicStemmer arabic = new ArabicStemmer();
  private final PersianNormalizer persianNormalizer = new PersianNormalizer();
  private final PersianStemmer persian = new PersianStemmer();
  private @Nullable UkrainianLemmas ukrainian;

  /** The bit of a language, 0 when there is no stemmer for it. */
  static int bit(String language) {
    for (int i = 0; i < LANGUAGES.length; i++) {
      if (LANGUAGES[i].equals(language)) {
        return 1 << i;
      }
    }
    return 0;
  }

  /** The stems that a folded word may have: one, but for languages with a dictionary. */
  List<String> stems(int bit, String word) {
    if (bit == UKRAINIAN) {
      if (ukrainian == null) {
        ukrainian = new UkrainianLemmas();
      }
      return ukrainian.of(word);
    }
    return List.of(stem(bit, word));
  }

  private String stem(int bit, String word) {
    char[] buffer = (word + "\0\0\0\0\0\0\0\0").toCharArray();
    int n = word.length();
    return switch (bit) {
      case 1 -> snowball(english, word);
      case 2 -> snowball(russian, word);
      case 4 -> new String(buffer, 0, arabic.stem(buffer, arabicNormalizer.normalize(buffer, n)));
      case 8 -> new String(buffer, 0, persian.stem(buffer, persianNormalizer.normalize(buffer, n)));
      default -> snowball(turkish, word);
    };
  }

  private static String snowball(SnowballStemmer stemmer, String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /** The stems of a word if the language can have it at all, else none. */
  List<String> stemsIfWritten(int bit, String word) {
    char c = word.charAt(0);
    boolean fits =
        switch (bit) {
          case 1, 16 -> c < 0x250;
          case 2, UKRAINIAN -> c >= 0x400 && c < 0x530;
          default -> Scanner.arabic(c);
        };
    return fits ? stems(bit, word) : List.of();
  }

  /** What the stem of one language is kept under. */
  static long key(int bit, String stem) {
    long key = bit;
    for (int i = 0; i < stem.length(); i++) {
      key = (key ^ stem.charAt(i)) * 0x9E3779B97F4A7C15L;
      key ^= key >>> 29;
    }
    return key;
  }
}
