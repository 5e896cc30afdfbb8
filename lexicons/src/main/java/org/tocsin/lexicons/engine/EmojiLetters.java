package org.tocsin.lexicons.engine;

/** Emoji that show a letter: squared and circled capitals on a ground, regional indicators. */
final class EmojiLetters {
  private static final int FLAG_A = 0x1F1E6;

  private EmojiLetters() {}

  /** The letter a-z that an emoji shows, or 0. */
  static char letter(int cp) {
    if (cp >= 0x1F150 && cp <= 0x1F169) {
      return (char) ('a' + cp - 0x1F150);
    }
    if (cp >= 0x1F170 && cp <= 0x1F189) {
      return (char) ('a' + cp - 0x1F170);
    }
    return flag(cp) ? (char) ('a' + cp - FLAG_A) : 0;
  }

  /** Whether it is half of a flag. */
  static boolean flag(int cp) {
    return cp >= FLAG_A && cp <= 0x1F1FF;
  }
}
