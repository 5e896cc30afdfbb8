package org.tocsin.lexicons.pack;

import java.util.Locale;

/**
 * Ways in which people hide a word from a plain match, each of which an entry can switch off or on.
 */
public enum Evasion {
  /** Diacritics left out or added. */
  DIACRITICS,
  /** Letters that only look alike, from another script. */
  LOOKALIKE,
  /** Digits and symbols for letters. */
  LEET,
  /** Letters kept apart: k i l l, k.i.l.l. */
  SPACED,
  /** Letters repeated: killll. */
  REPEATED,
  /** Letters masked: k*ll. */
  MASKED,
  /** One inner letter deleted, doubled or swapped. */
  TYPO,
  /** The words of a phrase run together. */
  JOINED,
  /** Written in another alphabet: translit Russian, Arabizi, Uzbek Latin and Cyrillic. Opt-in. */
  TRANSLIT,
  /** Emoji for letters. */
  EMOJI;

  /** The name in files and in {@code how}: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
