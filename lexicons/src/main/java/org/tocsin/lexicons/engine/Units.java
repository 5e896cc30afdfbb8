package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/** A word as folded letters, with its marks kept apart; reused, one per thread. */
final class Units {
  /** The most ambiguous letters that are read both ways; further ones are read the first way. */
  private static final int MOST_AMBIGUOUS = 3;

  private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();

  private int[] letters = new int[32];
  private byte[] ambiguity = new byte[32];
  private boolean[] capitalI = new boolean[32];
  private int size;
  private long[] marks = new long[8];
  private int markCount;
  private int evaded;
  private int ambiguous;
  private int script;
  private boolean mixed;
  private boolean alphabetic;
  private boolean digits;
  private boolean masked;
  private boolean unseen;
  private final ClassHash hash = new ClassHash();

  /** Empties it. */
  Units clear() {
    size = 0;
    markCount = 0;
    evaded = 0;
    ambiguous = 0;
    script = UScript.COMMON;
    mixed = false;
    alphabetic = false;
    digits = false;
    masked = false;
    unseen = false;
    return this;
  }

  /**
   * Adds characters of a text; what parts words is left out.
   *
   * @param emojiLetters whether emoji letters are read as letters
   */
  Units append(char[] text, int from, int to, boolean emojiLetters) {
    for (int i = from; i < to; ) {
      int cp = Character.codePointAt(text, i, to);
      i += Character.charCount(cp);
      add(cp, emojiLetters);
    }
    return this;
  }

  /** Adds a folded word. */
  Units append(String folded) {
    for (int i = 0; i < folded.length(); ) {
      int cp = folded.codePointAt(i);
      i += Character.charCount(cp);
      put(cp, cp);
    }
    return this;
  }

  private void add(int cp, boolean emojiLetters) {
    int fold = Alphabet.fold(cp);
    if (fold == 0) {
      unseen |= Alphabet.kind(cp) != Alphabet.LETTER;
    } else if (fold < 0) {
      String expansion = Alphabet.expansion(fold);
      for (int i = 0; i < expansion.length(); i++) {
        put(cp, expansion.charAt(i));
      }
    } else if (EmojiLetters.letter(cp) != 0) {
      if (emojiLetters) {
        put(cp, fold);
        evaded |= Evaded.EMOJI;
      } else {
        put(cp, cp);
      }
    } else if (!Alphabet.parts(cp)) {
      put(cp, fold);
    }
  }

  private void put(int cp, int folded) {
    if (Alphabet.base(folded) == 0 || folded == '\'' || Alphabet.kind(folded) == Alphabet.MARK) {
      mark(folded);
      return;
    }
    if (size == letters.length) {
      letters = Arrays.copyOf(letters, size * 2);
      ambiguity = Arrays.copyOf(ambiguity, size * 2);
      capitalI = Arrays.copyOf(capitalI, size * 2);
    }
    letters[size] = folded;
    capitalI[size] = cp == 'I' || cp == 'Ｉ';
    int base = Alphabet.base(folded);
    boolean both = Leet.ambiguous(base) && ambiguous < MOST_AMBIGUOUS;
    ambiguity[size] = (byte) (both ? 1 << ambiguous++ : 0);
    size++;
    describe(cp, folded);
  }

  private void describe(int cp, int folded) {
    masked |= folded == Masks.MASK;
    boolean letter = UCharacter.isLetter(folded);
    alphabetic |= letter;
    digits |= UCharacter.isDigit(folded);
    if (unseen && UCharacter.isLetterOrDigit(folded)) {
      evaded |= Evaded.INVISIBLE;
    }
    unseen = false;
    if (cp < 0x80) {
      script(letter ? UScript.LATIN : UScript.COMMON);
      return;
    }
    script(letter ? UScript.getScript(folded) : UScript.COMMON);
    if (cp != folded
        && Styles.is(UCharacter.getIntPropertyValue(cp, UProperty.DECOMPOSITION_TYPE))) {
      evaded |= Evaded.STYLED;
    }
  }

  private void script(int seen) {
    if (seen == UScript.COMMON || seen == UScript.INHERITED) {
      return;
    }
    mixed |= script != UScript.COMMON && script != seen;
    script = seen;
  }

  private void mark(int mark) {
    if (size > 0 && (markCount == 0 || (int) (marks[markCount - 1] >>> 32) < size)) {
      int composed = COMPOSE.composePair(letters[size - 1], mark);
      if (composed >= 0 && Alphabet.base(composed) == Alphabet.base(letters[size - 1])) {
        letters[size - 1] = composed;
        return;
      }
    }
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, markCount * 2);
    }
    marks[markCount++] = (long) size << 32 | mark;
  }

  int size() {
    return size;
  }

  int letter(int i) {
    return letters[i];
  }

  /** Whether letter i was written as a capital I, which Turkish reads as dotless. */
  boolean capitalI(int i) {
    return capitalI[i];
  }

  /** The class of letter i in one of the {@link #readings}. */
  int classOf(int i, int reading) {
    return (ambiguity[i] & reading) != 0
        ? Alphabet.otherClassOf(letters[i])
        : Alphabet.classOf(letters[i]);
  }

  /** In how many ways the ambiguous letters can be read: a power of two. */
  int readings() {
    return alphabetic ? 1 << ambiguous : 1;
  }

  /** The hash that the vocabulary keeps the word under. */
  long key(int reading) {
    return key(reading, Integer.MAX_VALUE);
  }

  /** The hash of the first so many runs of one code. */
  long key(int reading, int runs) {
    hash.clear();
    for (int i = 0; i < size && hash.runs() < runs; i++) {
      hash.add(classOf(i, reading));
    }
    return hash.value();
  }

  /** How many runs of one code it has. */
  int runs() {
    key(0);
    return hash.runs();
  }

  /** Whether the classes of two words are the same, repeated ones taken once. */
  boolean sameClasses(Units other) {
    int i = 0;
    int j = 0;
    while (i < size && j < other.size && classOf(i, 0) == other.classOf(j, 0)) {
      i = next(i);
      j = other.next(j);
    }
    return i == size && j == other.size;
  }

  private int next(int from) {
    int i = from + 1;
    while (i < size && classOf(i, 0) == classOf(from, 0)) {
      i++;
    }
    return i;
  }

  /** Evasions that do not depend on what the word is compared with. */
  int evaded() {
    return evaded;
  }

  /** Whether it has letters of more than one script. */
  boolean mixed() {
    return mixed;
  }

  /** Whether it has a letter, as opposed to digits and symbols that may stand for one. */
  boolean alphabetic() {
    return alphabetic;
  }

  boolean digits() {
    return digits;
  }

  boolean masked() {
    return masked;
  }

  /** Whether the marks of two words are the same, at the same letters. */
  boolean sameMarks(Units other) {
    return Arrays.equals(marks, 0, markCount, other.marks, 0, other.markCount);
  }

  /** The folded word, marks in their places. */
  String folded() {
    StringBuilder word = new StringBuilder();
    int mark = 0;
    for (int i = 0; i <= size; i++) {
      while (mark < markCount && (int) (marks[mark] >>> 32) == i) {
        word.appendCodePoint((int) marks[mark++]);
      }
      if (i < size) {
        word.appendCodePoint(letters[i]);
      }
    }
    return word.toString();
  }
}
