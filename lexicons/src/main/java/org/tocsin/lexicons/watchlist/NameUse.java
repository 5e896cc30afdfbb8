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
   * The use of a name: one common word is never sought, several are weak together.
   *
   * @param sure false when the list says that the name alone identifies nobody
   * @param person whether it is a person's: one word names many of those
   */
  static NameUse of(String name, boolean sure, boolean person) {
    long letters = name.codePoints().filter(Character::isLetterOrDigit).count();
    List<String> words = words(name);
    boolean common = words.stream().allMatch(NameUse::common);
    if (letters < SHORTEST || name.length() > LONGEST || (common && words.size() < 2)) {
      return NEVER;
    }
    return sure && !common && !(person && words.size() < 2) ? ALONE : WEAK;
  }

  private static List<String> words(String name) {
    return NO_WORD.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean common(String word) {
    return FrequentWords.has(word)
        || FrequentWords.languages().stream()
            .mapToInt(language -> FrequentWords.rank(language, word))
            .anyMatch(rank -> rank > 0 && rank <= COMMON);
  }
}
