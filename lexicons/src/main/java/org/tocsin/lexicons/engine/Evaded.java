package org.tocsin.lexicons.engine;

import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.Evasion;

/** What had to be undone to see a match, as bits of an int, and the name that {@code how} gives. */
final class Evaded {
  static final int EXACT = 0;
  static final int INFLECTED = 1;
  static final int DIACRITICS = bit(Evasion.DIACRITICS);
  static final int LOOKALIKE = bit(Evasion.LOOKALIKE);
  static final int LEET = bit(Evasion.LEET);
  static final int SPACED = bit(Evasion.SPACED);
  static final int REPEATED = bit(Evasion.REPEATED);
  static final int MASKED = bit(Evasion.MASKED);
  static final int TYPO = bit(Evasion.TYPO);
  static final int JOINED = bit(Evasion.JOINED);
  static final int TRANSLIT = bit(Evasion.TRANSLIT);
  static final int EMOJI = bit(Evasion.EMOJI);

  /** Zero-width and bidi controls, soft hyphens: undone for every entry. */
  static final int INVISIBLE = 1 << (1 + Evasion.values().length);

  /** Mathematical, circled and such alphabets: undone for every entry. */
  static final int STYLED = INVISIBLE << 1;

  /** No reading at all. */
  static final int NEVER = -1;

  private static final int ALWAYS = INFLECTED | INVISIBLE | STYLED;
  private static final AtomicReferenceArray<@Nullable String> NAMES =
      new AtomicReferenceArray<>(STYLED << 1);

  private Evaded() {}

  /** The bits that an entry allows. */
  static int allowed(Set<Evasion> evasions) {
    int bits = ALWAYS;
    for (Evasion evasion : evasions) {
      bits |= bit(evasion);
    }
    return bits;
  }

  /** Orders readings of one place: the smaller is the plainer. */
  static int effort(int evaded) {
    return Integer.bitCount(evaded) << 16 | evaded;
  }

  /** {@code exact}, {@code inflected}, {@code folded} or {@code evaded:a+b}. */
  static String how(int evaded) {
    String name = NAMES.get(evaded);
    if (name == null) {
      name = name(evaded);
      NAMES.set(evaded, name);
    }
    return name;
  }

  private static String name(int evaded) {
    int repairs = evaded & ~INFLECTED;
    if (repairs == 0) {
      return evaded == 0 ? "exact" : "inflected";
    }
    if (repairs == DIACRITICS) {
      return "folded";
    }
    StringJoiner which = new StringJoiner("+", "evaded:", "");
    for (Evasion evasion : Evasion.values()) {
      if ((repairs & bit(evasion)) != 0) {
        which.add(evasion.label());
      }
    }
    if ((repairs & INVISIBLE) != 0) {
      which.add("invisible");
    }
    if ((repairs & STYLED) != 0) {
      which.add("styled");
    }
    return which.toString();
  }

  // The order of the constants names the bits inside one engine version only.
  @SuppressWarnings("EnumOrdinal")
  private static int bit(Evasion evasion) {
    return 1 << (1 + evasion.ordinal());
  }
}
