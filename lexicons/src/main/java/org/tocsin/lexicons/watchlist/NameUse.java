package org.tocsin.lexicons.watchlist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tocsin.lexicons.engine.FrequentWords;

/** How far a name says whom it means. */
public enum NameUse {
  /** Shown wherever a post is looked at for financing. */
  ALONE,
  /** Shown only with another sign in the same post. */
  WEAK,
  /** Kept for looking up; never sought in posts. */
  NEVER;

  /** The fewest letters and digits of a name that is sought: shorter ones are words everywhere. */
  private static final int SHORTEST = 3;

  private static final int LONGEST = 200;

  /** A word that is among so many of any language's most frequent ones means nobody. */
  private static final int COMMON = 3_000;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’-]+");

  /** Lower case, as files have it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The use of a name. One very common word is never sought, several are weak together; so is one
   * that is merely a word of some language.
   *
   * @param sure false when the list says that the name alone identifies nobody
   * @param person whether it is a person's: one word names many of those
   */
  static NameUse of(String name, boolean sure, boolean person) {
    long letters = name.codePoints().filter(Character::isLetterOrDigit).count();
    List<String> words = words(name);
    boolean common = words.stream().allMatch(word -> among(word, COMMON));
    boolean single = words.size() < 2;
    if (letters < SHORTEST || name.length() > LONGEST || (common && single)) {
      return NEVER;
    }
    boolean vague = single && (person || among(words.get(0), Integer.MAX_VALUE));
    return sure && !common && !vague ? ALONE : WEAK;
  }

  private static List<String> words(String name) {
    return NO_WORD.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
  }

  /** Whether a word is among the so many most frequent ones that are listed of any language. */
  private static boolean among(String word, int most) {
    return FrequentWords.has(word)
        || FrequentWords.languages().stream()
            .mapToInt(language -> FrequentWords.rank(language, word))
            .anyMatch(rank -> rank > 0 && rank <= most);
  }
}
