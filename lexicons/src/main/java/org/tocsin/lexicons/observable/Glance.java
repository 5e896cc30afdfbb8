package org.tocsin.lexicons.observable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Passes over words of plain letters between blanks, eight characters at a time: no observable is
 * in them. Reused.
 */
final class Glance {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The lowest bit of each byte. */
  private static final long LOWEST = 0x0101010101010101L;

  /** By character, its class; blanks behind the text. */
  private byte[] classes = new byte[0];

  private int last;

  /** Reads the classes of a text. */
  void read(Text text) {
    last = text.length;
    int room = last + Text.PADDING;
    if (classes.length < room || classes.length > 2 * text.chars.length) {
      classes = new byte[text.chars.length];
    }
    char[] chars = text.chars;
    byte[] to = classes;
    byte[] table = CharClass.TABLE;
    for (int i = 0; i < last; i++) {
      to[i] = table[chars[i]];
    }
    Arrays.fill(to, last, room, CharClass.SPACE);
  }

  /**
   * Where the next run of letters and digits begins that has a digit, is long or ends at a mark
   * that may belong to an observable; or where the next such mark stands.
   *
   * @param from where a run begins
   * @return a place from there on; behind the blank that follows the text when there is none
   */
  int next(int from) {
    for (int i = from; i <= last; i += Long.BYTES) {
      long x = (long) EIGHT.get(classes, i);
      // Digits are 1, a hyphen is 17, marks are 33 and more; 32 means nothing to anyone.
      long worth = (x | (((x >>> 1) | (x >>> 2)) & (x >>> 5))) & LOWEST;
      long breaks = ((x >>> 4) | (x >>> 5)) & LOWEST;
      if (worth != 0 || breaks == 0) {
        int at = i + (worth == 0 ? 0 : Long.numberOfTrailingZeros(worth) / Byte.SIZE);
        while (at > from && classes[at - 1] < CharClass.BREAK) {
          at--;
        }
        return at;
      }
    }
    return last + 1;
  }
}
