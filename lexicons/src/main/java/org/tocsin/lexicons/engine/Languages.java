package org.tocsin.lexicons.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The languages of the entries as bits of a long; languages beyond the 62nd share the last bit, so
 * that they are over-matched rather than missed. Immutable once all entries are seen.
 */
final class Languages {
  private static final int LAST = 62;

  /** What a text speaks that is in no entry's language: entries of any language have all bits. */
  private static final long OTHER = Long.MIN_VALUE;

  private final Map<String, Long> bits;

  Languages() {
    this(Map.of());
  }

  /** Goes on from the bits of another. */
  Languages(Map<String, Long> bits) {
    this.bits = new HashMap<>(bits);
  }

  Map<String, Long> bits() {
    return bits;
  }

  /** The bits of an entry's languages; all when it names none. */
  long of(List<String> tags) {
    long mask = 0;
    for (String tag : tags) {
      String primary = primary(tag);
      mask |=
          primary.equals("und")
              ? -1
              : bits.computeIfAbsent(primary, unused -> 1L << Math.min(bits.size(), LAST));
    }
    return mask == 0 ? -1 : mask;
  }

  /** The bits that a text of a language matches; all when the language is unknown. */
  long spoken(String tag) {
    return unknown(tag) ? -1 : bits.getOrDefault(primary(tag), OTHER);
  }

  /** Whether a tag says nothing about the language. */
  static boolean unknown(String tag) {
    return switch (primary(tag)) {
      case "", "und", "mul", "mis", "zxx" -> true;
      default -> false;
    };
  }

  /** The primary subtag; Dari is kept with Persian. */
  static String primary(String tag) {
    int end = 0;
    while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
      end++;
    }
    String primary = tag.substring(0, end).toLowerCase(Locale.ROOT);
    return primary.equals("prs") ? "fa" : primary;
  }
}
