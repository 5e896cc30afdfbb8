package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter.DecompositionType;

/** Tells alphabets made for show from letters that are merely wide, narrow or joined. */
final class Styles {
  private Styles() {}

  /** Whether a Unicode decomposition type is that of mathematical, circled or raised letters. */
  static boolean is(int decompositionType) {
    return switch (decompositionType) {
      case DecompositionType.FONT,
          DecompositionType.CIRCLE,
          DecompositionType.SQUARE,
          DecompositionType.SUPER,
          DecompositionType.SUB ->
          true;
      default -> false;
    };
  }
}
