package org.tocsin.lexicons.observable;

/**
 * Addresses split into pieces by blanks, line ends or hyphens. Gathers runs that follow each other
 * and look like no words (digits among letters, capitals behind small letters), from the first with
 * both digits and letters on, lets a few plain ones pass between them, and tries the whole once it
 * is long enough. Not thread-safe.
 */
final class Pieces {
  /** A sequence is looked at in windows of this many characters. */
  private static final int WINDOW = 256;

  private static final int LOOK_BACK = 40;
  private static final int MIN_ODD_CHARS = 18;
  private static final int MAX_PLAIN = 12;
  private static final int MAX_BRIDGE = 2;
  private static final int MAX_TRIES = 24;

  private final Wallets wallets;
  private final Found found;
  private final char[] joined = new char[WINDOW];
  private final int[] places = new int[WINDOW];
  private final boolean[] begins = new boolean[WINDOW + 1];

  private int from;
  private int to;
  private int odd;
  private int oddChars;
  private int bridge;

  /** The length of the last odd piece: pieces as long are no interruption. */
  private int group;

  Pieces(Wallets wallets, Found found) {
    this.wallets = wallets;
    this.found = found;
  }

  void reset() {
    odd = 0;
    oddChars = 0;
    bridge = 0;
  }

  boolean open() {
    return odd > 0;
  }

  /** The next run; the break before it was a blank or a hyphen if the sequence is open. */
  void add(Text text, int start, int end, int classes) {
    int length = end - start;
    if (length == 0) {
      return;
    }
    if (isOdd(text, start, end, classes)) {
      if (odd == 0) {
        lookBack(text, start);
      }
      odd++;
      group = length;
      oddChars += length;
      bridge = 0;
    } else if (odd == 0) {
      return;
    } else if (classes == CharClass.DIGIT || length == group) {
      // Digits, or letters in a piece as long as the one before: "1GqC hmWq Gtsa LrGb".
      oddChars += length;
    } else if (length > MAX_PLAIN || ++bridge > MAX_BRIDGE) {
      flush(text);
      return;
    }
    to = end;
    if (to - from > WINDOW) {
      flush(text);
    }
  }

  private static boolean isOdd(Text text, int start, int end, int classes) {
    if (end - start == 1) {
      return true;
    }
    if ((classes & CharClass.DIGIT) != 0) {
      return classes != CharClass.DIGIT;
    }
    boolean mixed = (classes & CharClass.UPPER) != 0 && classes != CharClass.UPPER;
    for (int i = start + 1; mixed && i < end; i++) {
      if (CharClass.TABLE[text.chars[i]] == CharClass.UPPER) {
        return true;
      }
    }
    return false;
  }

  /** Pieces without digits open no sequence; they may stand before the first that has some. */
  private void lookBack(Text text, int start) {
    char[] chars = text.chars;
    from = start;
    int floor = Math.max(0, start - LOOK_BACK);
    int end = start;
    while (end > floor) {
      while (end > floor && isSeparator(chars[end - 1])) {
        end--;
      }
      int begin = end;
      boolean capital = false;
      while (begin > floor && CharClass.TABLE[chars[begin - 1]] < CharClass.BREAK) {
        begin--;
        capital |= begin < end - 1 && CharClass.TABLE[chars[begin + 1]] == CharClass.UPPER;
      }
      boolean whole = begin == 0 || CharClass.TABLE[chars[begin - 1]] >= CharClass.BREAK;
      if (begin == end || !whole) {
        break;
      }
      from = begin;
      oddChars += capital || end - begin == 1 ? end - begin : 0;
      end = begin;
    }
    text.steps += start - from;
  }

  private static boolean isSeparator(char c) {
    byte kind = CharClass.TABLE[c];
    return kind == CharClass.SPACE || kind == CharClass.DASH;
  }

  /** Ends the sequence: tries it if it is long enough. */
  void flush(Text text) {
    if (to - from >= Wallets.MIN_LENGTH && oddChars >= MIN_ODD_CHARS) {
      search(text);
    }
    reset();
  }

  private void search(Text text) {
    text.steps += to - from;
    int size = 0;
    for (int i = from; i < to && size < WINDOW; i++) {
      if (CharClass.TABLE[text.chars[i]] < CharClass.BREAK) {
        begins[size] = i == from || CharClass.TABLE[text.chars[i - 1]] >= CharClass.BREAK;
        places[size] = i;
        joined[size++] = LookAlikes.toAscii(text.chars[i]);
      }
    }
    begins[size] = true;
    int tries = 0;
    for (int start = 0; start + Wallets.MIN_LENGTH <= size && tries < MAX_TRIES; start++) {
      if (!begins[start]) {
        continue;
      }
      for (int length : Lengths.of(joined[start], joined[start + 1])) {
        int end = start + length;
        // A run that is whole was tried by itself.
        if (end <= size && begins[end] && places[end - 1] - places[start] >= length) {
          tries++;
          text.steps += length;
          Address address = wallets.address(joined, start, end);
          if (address != null) {
            found.wallet(address, text, places[start], places[end - 1] + 1);
            start = end - 1;
            break;
          }
        }
      }
    }
  }

  /** How long addresses are that begin so. */
  private static final class Lengths {
    private static final int[] NONE = {};
    private static final int[] EVM = {42};
    private static final int[] BASE58 = {34, 33};
    private static final int[] ZCASH = {35};
    private static final int[] MONERO = {Monero.STANDARD, Monero.INTEGRATED};
    private static final int[] BITCOIN_SEGWIT = {42, 62};
    private static final int[] LITECOIN_SEGWIT = {43, 63};

    /** "LTC1...", or base58 that begins so. */
    private static final int[] LITECOIN = {43, 63, 34, 33};

    private static final int[] CASH = {CashAddr.SHORT};
    private static final int[] TON = {Ton.FRIENDLY};

    static int[] of(char first, char second) {
      return switch (first) {
        case '0' -> EVM;
        case '1', '3', 'T', 'M', 'X', '7', 'D', 'A', '9', 'r' -> BASE58;
        case 'L' -> second == 'T' || second == 't' ? LITECOIN : BASE58;
        case 'l' -> LITECOIN_SEGWIT;
        case 'b', 'B' -> BITCOIN_SEGWIT;
        case 't' -> ZCASH;
        case '4', '8' -> MONERO;
        case 'q', 'p' -> CASH;
        case 'E', 'U' -> TON;
        default -> NONE;
      };
    }
  }
}
