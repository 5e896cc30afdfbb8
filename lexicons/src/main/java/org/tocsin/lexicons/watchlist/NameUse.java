package org.tocsin.lexicons.watchlist;

import com.fasterxml.jackson.annotation.JsonValue;
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

  /** A name that is among so many of any language's most frequent words means nothing. */
  private static final int COMMON = 3_000;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Lower case, as files have it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The use of a name.
   *
   * @param sure false when the list says that the name alone identifies nobody
   * @param person whether it is a person's: one word names many of those
   */
  static NameUse of(String name, boolean sure, boolean person) {
    long letters = name.codePoints().filter(Character::isLetterOrDigit).count();
    if (letters < SHORTEST || name.length() > LONGEST || common(name)) {
      return NEVER;
    }
    boolean oneWord = !BLANKS.matcher(name.strip()).find();
    return sure && !(person && oneWord) ? ALONE : WEAK;
  }

  private static boolean common(String name) {
    return FrequentWords.has(name)
        || FrequentWords.languages().stream()
            .mapToInt(language -> FrequentWords.rank(language, name))
            .anyMatch(rank -> rank > 0 && rank <= COMMON);
  }
}
