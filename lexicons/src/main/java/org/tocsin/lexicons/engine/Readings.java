package org.tocsin.lexicons.engine;

/** Reads what can be read in a second way: symbols as letters, other digits, whole hashtags. */
final class Readings {
  private final Scanner scanner;
  private final Lookup lookup;
  private final Units units = new Units();

  Readings(Scanner scanner, Lookup lookup) {
    this.scanner = scanner;
    this.lookup = lookup;
  }

  /** Symbols that may be a word's first or last letter; others are punctuation there. */
  static boolean mayEdge(char c) {
    return c == '$' || c == '€' || c == '£' || Character.isSurrogate(c);
  }

  /** Whether there is anything to read again. */
  boolean any() {
    return !scanner.soft.isEmpty() || !scanner.ambiguous.isEmpty() || !scanner.tags.isEmpty();
  }

  /** Adds them to the look-up. */
  void collect() {
    soft();
    for (int i = 0; i < scanner.ambiguous.size(); i++) {
      int t = scanner.ambiguous.get(i);
      units.clear().append(scanner.text, scanner.start[t], scanner.end[t], false);
      lookup.read(units, 1, t, t + 1, scanner.start[t], scanner.end[t], 0);
    }
    for (int i = 0; i < scanner.tags.size(); i += 2) {
      int first = scanner.tags.get(i);
      int after = scanner.tags.get(i + 1);
      int start = scanner.start[first];
      int end = scanner.end[after - 1];
      units.clear().append(scanner.text, start, end, false);
      lookup.read(units, 0, first, after, start, end, 0);
    }
  }

  private void soft() {
    int done = 0;
    int first = 0;
    for (int i = 0; i < scanner.soft.size(); i++) {
      int at = scanner.soft.get(i);
      if (at < done) {
        continue;
      }
      int start = at;
      while (start > done && within(before(start))) {
        start = before(start);
      }
      int end = at;
      while (end < scanner.length && within(end)) {
        end = after(end);
      }
      done = end;
      while (start < end && !begins(start)) {
        start = after(start);
      }
      while (end > start && !ends(before(end))) {
        end = before(end);
      }
      while (first < scanner.size && scanner.start[first] < start) {
        first++;
      }
      int last = first;
      while (last < scanner.size && scanner.end[last] <= end) {
        last++;
      }
      if (last > first && !flag(start, end)) {
        units.clear().append(scanner.text, start, end, true);
        lookup.read(units, 0, first, last, start, end, 0);
      }
      first = last;
    }
  }

  private int before(int i) {
    return i - Character.charCount(Character.codePointBefore(scanner.text, i));
  }

  private int after(int i) {
    return i + Character.charCount(Character.codePointAt(scanner.text, i, scanner.length));
  }

  /** Whether a character belongs to a run of letters and symbols. */
  private boolean within(int i) {
    int cp = Character.codePointAt(scanner.text, i, scanner.length);
    return switch (Alphabet.kind(cp)) {
      case Alphabet.LETTER -> !Alphabet.parts(cp);
      case Alphabet.SYNTAX -> cp == '@' && scanner.wordBefore(i);
      case Alphabet.ODD -> scanner.wordAt(i, scanner.length);
      case Alphabet.HIGH -> false;
      default -> true;
    };
  }

  private boolean begins(int i) {
    int cp = Character.codePointAt(scanner.text, i, scanner.length);
    return scanner.wordAt(i, scanner.length) || edge(cp);
  }

  private boolean ends(int i) {
    int cp = Character.codePointAt(scanner.text, i, scanner.length);
    return begins(i) || Alphabet.kind(cp) == Alphabet.MARK;
  }

  private static boolean edge(int cp) {
    return EmojiLetters.letter(cp) != 0 || (cp < 0x10000 && mayEdge((char) cp));
  }

  /** A flag is a flag: two regional indicators alone spell nothing. */
  private boolean flag(int start, int end) {
    return end - start <= 5
        && EmojiLetters.flag(Character.codePointAt(scanner.text, start, scanner.length))
        && end - start >= 4
        && EmojiLetters.flag(Character.codePointAt(scanner.text, start + 2, scanner.length));
  }
}
