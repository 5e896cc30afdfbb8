package org.tocsin.jobs.detect;

/**
 * The part of a text that a signal shows: bounds a record whatever the post.
 *
 * @param text at most {@link #LENGTH} UTF-16 units
 * @param offset where it begins in the whole text
 */
record Excerpt(String text, int offset) {
  /** Longer than a post of any platform that limits posts; about 4 KiB in a record. */
  static final int LENGTH = 4_000;

  private static final int BEFORE = LENGTH / 4;

  /** All of a short text, else a part around a position, cut at no surrogate pair. */
  static Excerpt around(String text, int position) {
    if (text.length() <= LENGTH) {
      return new Excerpt(text, 0);
    }
    int start = Math.max(0, Math.min(position - BEFORE, text.length() - LENGTH));
    int end = start + LENGTH;
    if (splitsPair(text, start)) {
      start++;
    }
    if (splitsPair(text, end)) {
      end--;
    }
    return new Excerpt(text.substring(start, end), start);
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }
}
