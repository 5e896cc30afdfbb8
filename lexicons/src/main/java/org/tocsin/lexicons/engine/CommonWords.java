package org.tocsin.lexicons.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Words that are no other word misspelt: Lucene's stop lists, the lists by frequency in {@code
 * common}, and, of languages that have none, the words in {@code common/attested} that are known to
 * be written. Its README tells where they are from. Kept as hashes: the lists would take ten times
 * the memory.
 */
final class CommonWords {
  private static final Set<String> STOP_WORDS = new HashSet<>();
  private static final Map<String, LongIntMap> RANKS = new LinkedHashMap<>();
  private static final LongIntMap ATTESTED = new LongIntMap(1 << 16);

  static {
    add(EnglishAnalyzer.getDefaultStopSet());
    add(RussianAnalyzer.getDefaultStopSet());
    add(ArabicAnalyzer.getDefaultStopSet());
    add(PersianAnalyzer.getDefaultStopSet());
    add(TurkishAnalyzer.getDefaultStopSet());
    for (String language : new String[] {"en", "ru", "ar", "uk", "kk", "fa", "tr"}) {
      LongIntMap ranks = new LongIntMap(1 << 13);
      read(language, ranks);
      RANKS.put(language, ranks);
    }
    for (String language : new String[] {"az", "ky", "ps", "tg", "tk", "uz", "uz-cyrl"}) {
      read("attested/" + language, ATTESTED);
    }
  }

  private CommonWords() {}

  private static void add(CharArraySet words) {
    for (Object word : words) {
      STOP_WORDS.add(new String((char[]) word));
    }
  }

  private static void read(String list, LongIntMap ranks) {
    String name = "common/" + list + ".txt.gz";
    try (InputStream file = Objects.requireNonNull(CommonWords.class.getResourceAsStream(name));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      int rank = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long hash = hash(fold(line));
        if (ranks.get(hash) == LongIntMap.ABSENT) {
          ranks.put(hash, rank);
        }
        rank++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common words does not open: " + name, e);
    }
  }

  private static long hash(String word) {
    return Stemmer.key(0, word);
  }

  /** A word as the engine folds it. */
  static String fold(String word) {
    char[] letters = word.toCharArray();
    return new Units().clear().append(letters, 0, letters.length, false).folded();
  }

  /** Whether a folded word is common, or attested, in any of the languages. */
  static boolean has(String word) {
    return stops(word) || rank(word) > 0 || ATTESTED.get(hash(word)) != LongIntMap.ABSENT;
  }

  /** Whether a folded word is on a stop list. */
  static boolean stops(String word) {
    return STOP_WORDS.contains(word);
  }

  /** The place of a folded word in one language, 1 for the most frequent; 0 when not listed. */
  static int rank(String language, String word) {
    LongIntMap ranks = RANKS.get(Languages.primary(language));
    return ranks == null ? 0 : ranks.get(hash(word));
  }

  /** The best place of a folded word in any language; 0 when not listed. */
  static int rank(String word) {
    long hash = hash(word);
    int best = 0;
    for (LongIntMap ranks : RANKS.values()) {
      int rank = ranks.get(hash);
      best = best == 0 || (rank > 0 && rank < best) ? rank : best;
    }
    return best;
  }

  /** Languages that have a list by frequency. */
  static Set<String> languages() {
    return RANKS.keySet();
  }
}
