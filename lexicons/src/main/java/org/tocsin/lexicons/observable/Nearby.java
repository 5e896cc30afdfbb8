package org.tocsin.lexicons.observable;

import org.jspecify.annotations.Nullable;

/** Words beside an address that say what it is. */
final class Nearby {
  /** How far a word may stand from the address, in UTF-16 units. */
  static final int REACH = 80;

  private static final String[] SOLANA = {"sol", "solana", "phantom", "spl", "solflare"};
  private static final String[] TETHER = {"usdt", "tether", "usdttrc20", "usdterc20", "usdtton"};
  private static final String[] ADD_0X = {"0x"};
  private static final String[] CASH_APP = {"cashapp", "cash app"};

  private Nearby() {}

  static boolean saysSolana(Text text, int from, int to) {
    return any(text, from, to, SOLANA);
  }

  static boolean saysAdd0x(Text text, int from, int to) {
    return any(text, from, to, ADD_0X);
  }

  static boolean saysCashApp(Text text, int from, int to) {
    return any(text, from, to, CASH_APP);
  }

  /** The token that is asked for at an address of a chain that carries it, or null. */
  static @Nullable String token(ObservableKind kind, Text text, int from, int to) {
    return switch (kind) {
      case ETH, TRON, SOL, TON, BTC -> any(text, from, to, TETHER) ? "usdt" : null;
      default -> null;
    };
  }

  private static boolean any(Text text, int from, int to, String[] words) {
    text.steps += 2 * REACH;
    return within(text, Math.max(0, from - REACH), from, words)
        || within(text, to, Math.min(text.length, to + REACH), words);
  }

  private static boolean within(Text text, int from, int to, String[] words) {
    char[] chars = text.chars;
    for (int i = from; i < to; i++) {
      if (CharClass.isAlphanumeric(chars[i])
          && (i == 0 || !CharClass.isAlphanumeric(chars[i - 1]))) {
        for (String word : words) {
          if (stands(chars, i, to, word)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean stands(char[] chars, int at, int to, String word) {
    int end = at + word.length();
    if (end > to) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = chars[at + i];
      char small = c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c;
      if (small != word.charAt(i)) {
        return false;
      }
    }
    return !CharClass.isAlphanumeric(chars[end]);
  }
}
