package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * What every character of planes 0 and 1 is to the matcher, as flat tables that are built from
 * ICU's data when the class is loaded (about 0.2 s): its kind, its fold (case and width), its base
 * letter (without diacritics) and the code of its class.
 *
 * <p>The class of a character is the coarsest of all readings: two characters that any evasion can
 * take for one another are of one class. So one hash of a word's classes finds everything that the
 * word may stand for, and only then is it looked at closely. For hashing, a class is a code of
 * seven bits; classes of different scripts may share one.
 */
final class Alphabet {
  /** A letter or digit, or what {@link #parts} words. */
  static final int LETTER = 0;

  /** Belongs to the letter before it: combining marks, variation selectors, tatweel. */
  static final int MARK = 1;

  /** Not seen at all and not part of a grapheme: zero-width space, bidi controls, soft hyphen. */
  static final int INVISIBLE = 2;

  /** Parts words; in a second reading a letter: {@code $ ! * |} and emoji letters. */
  static final int SOFT = 3;

  /** Begins a hashtag, mention or address: {@code # @ : .}. */
  static final int SYNTAX = 4;

  /** First half of a surrogate pair. */
  static final int HIGH = 5;

  /** Letters and tokens that need care: see {@link #odd}. */
  static final int ODD = 6;

  /** Joins letters when between them; written in seven ways. */
  static final int APOSTROPHE = 7;

  /** An ODD digit that may stand for two letters. */
  static final int AMBIGUOUS = 1;

  /** An ODD letter that folds to several. */
  static final int EXPANDS = 2;

  /** An ODD character that is a token of its own: ideographs. */
  static final int SOLO = 3;

  /** An ODD character that begins an emoji sequence. */
  static final int PICTOGRAPH = 4;

  /** In {@link #SCAN}: to be looked at wherever it stands. */
  static final byte ALWAYS = 0x40;

  /** In {@link #SCAN}: to be looked at unless a plain separator follows. */
  static final byte BEFORE_SOME = 0x20;

  /** In {@link #SCAN}: an apostrophe. */
  static final byte BETWEEN = 0x10;

  /** In {@link #SCAN}: a separator that others look out for. */
  private static final byte SOME = 1;

  static final int SIZE = 0x20000;
  static final int ZWNJ = 0x200C;
  static final int ZWJ = 0x200D;

  /**
   * What the first pass makes of a character of plane 0: the {@link #code} of a plain letter, which
   * is negative; 0 for a plain separator; else bits that tell when to look at it.
   */
  static final byte[] SCAN = new byte[0x10000];

  private static final byte[] KINDS = new byte[SIZE];

  /** Added to the kind of all that does not part words. */
  private static final int SEEN = 8;

  /** Codes are 1 to 127: those of a to z, then all others. */
  private static final int LETTERS = 26;

  private static final int OTHERS = 127 - LETTERS;
  private static final byte[] CODE = new byte[0x10000];

  private static final String APOSTROPHES = "'`´‘’ʻʼʹ′＇";
  private static final int[] FOLD = new int[SIZE];
  private static final byte[] ODDITY = new byte[SIZE];
  private static final char[] BASE = new char[0x10000];
  private static final char[] SHAPE = new char[0x10000];
  private static final List<String> EXPANSIONS = new ArrayList<>();

  static {
    Normalizer2 caseAndWidth = Normalizer2.getNFKCCasefoldInstance();
    for (int c = 1; c < 0x10000; c++) {
      if (UCharacter.isDefined(c) && !Character.isSurrogate((char) c)) {
        BASE[c] = Bases.of((char) c, ICUFoldingFilter.NORMALIZER);
      }
    }
    for (int c = 1; c < 0x10000; c++) {
      SHAPE[c] = Shapes.of((char) c);
    }
    for (int cp = 1; cp < SIZE; cp++) {
      if (cp < 0x10000 && Character.isHighSurrogate((char) cp)) {
        KINDS[cp] = HIGH | SEEN;
      } else if (UCharacter.isDefined(cp)
          && !(cp < 0x10000 && Character.isLowSurrogate((char) cp))) {
        String fold = cp == 'İ' ? "i" : caseAndWidth.normalize(UCharacter.toString(cp));
        describe(cp, fold);
      }
    }
    codes();
    for (int c = 0; c < 0x10000; c++) {
      SCAN[c] = scan((char) c);
    }
  }

  private Alphabet() {}

  private static void describe(int cp, String fold) {
    char emojiLetter = EmojiLetters.letter(cp);
    int single = fold.codePointCount(0, fold.length()) == 1 ? fold.codePointAt(0) : 0;
    FOLD[cp] = emojiLetter != 0 ? emojiLetter : single;
    if (emojiLetter != 0) {
      KINDS[cp] = SOFT | SEEN;
    } else if (APOSTROPHES.indexOf(cp) >= 0) {
      FOLD[cp] = '\'';
      KINDS[cp] = APOSTROPHE | SEEN;
    } else if ((Leet.symbol(cp) && cp != '@') || Masks.is(cp)) {
      FOLD[cp] = Masks.is(cp) ? Masks.MASK : cp;
      KINDS[cp] = SOFT | SEEN;
    } else if ("#@:.".indexOf(cp) >= 0) {
      KINDS[cp] = SYNTAX | SEEN;
    } else if (cp == ZWNJ) {
      KINDS[cp] = SOFT | SEEN;
    } else if (fold.isEmpty()) {
      KINDS[cp] = (byte) ((extendsGrapheme(cp) ? MARK : INVISIBLE) | SEEN);
    } else if (mark(cp) || (single != 0 && single < 0x10000 && BASE[single] == 0)) {
      KINDS[cp] = MARK | SEEN;
    } else if (word(cp, single)) {
      letter(cp, fold, single);
    } else if (UCharacter.hasBinaryProperty(cp, UProperty.EXTENDED_PICTOGRAPHIC)) {
      FOLD[cp] = cp;
      ODDITY[cp] = PICTOGRAPH;
      KINDS[cp] = ODD | SEEN;
    }
  }

  private static void letter(int cp, String fold, int single) {
    if (single == 0) {
      FOLD[cp] = -EXPANSIONS.size() - 1;
      EXPANSIONS.add(fold);
      ODDITY[cp] = EXPANDS;
      KINDS[cp] = ODD | SEEN;
      return;
    }
    int script = UScript.getScript(cp);
    if (script == UScript.HAN || script == UScript.HIRAGANA) {
      ODDITY[cp] = SOLO;
    } else if (Leet.ambiguous(base(single))) {
      ODDITY[cp] = AMBIGUOUS;
    }
    KINDS[cp] = (byte) ((ODDITY[cp] == 0 ? LETTER : ODD) | SEEN);
  }

  /** Numbers the classes of each script, so that only large scripts use a code twice. */
  private static void codes() {
    int[] used = new int[UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT) + 1];
    for (int c = 1; c < 0x10000; c++) {
      int letterClass = classOf(c);
      if (CODE[letterClass] == 0) {
        int number =
            letterClass >= 'a' && letterClass <= 'z'
                ? letterClass - 'a'
                : LETTERS + used[UScript.getScript(letterClass)]++ % OTHERS;
        CODE[letterClass] = (byte) (0x80 | (number + 1));
      }
    }
  }

  private static byte scan(char c) {
    if (Character.isLowSurrogate(c) || c == '/' || c == '_') {
      return SOME;
    }
    return switch (kind(c)) {
      case LETTER -> parts(c) ? 0 : code(classOf(fold(c)));
      case SYNTAX -> c == '.' ? 0 : BEFORE_SOME;
      case SOFT -> c == ZWNJ || Readings.mayEdge(c) ? ALWAYS : BEFORE_SOME;
      case APOSTROPHE -> BETWEEN;
      default -> ALWAYS;
    };
  }

  private static boolean word(int cp, int single) {
    boolean circled =
        UCharacter.getType(cp) == UCharacterCategory.OTHER_SYMBOL && single != 0 && single != cp;
    return UCharacter.isLetterOrDigit(cp) || (circled && UCharacter.isLetterOrDigit(single));
  }

  private static boolean mark(int cp) {
    int type = UCharacter.getType(cp);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.ENCLOSING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK
        || (cp >= 0x1F3FB && cp <= 0x1F3FF);
  }

  private static boolean extendsGrapheme(int cp) {
    return cp == ZWJ || UCharacter.hasBinaryProperty(cp, UProperty.GRAPHEME_EXTEND);
  }

  /** The kind of a character, {@link #LETTER} also for what parts words. */
  static int kind(int cp) {
    return cp < SIZE ? KINDS[cp] & (SEEN - 1) : beyond(cp) ? ODD : LETTER;
  }

  /** Which care an {@link #ODD} character needs. */
  static int odd(int cp) {
    return cp < SIZE ? ODDITY[cp] : SOLO;
  }

  /** Whether a character parts words. */
  static boolean parts(int cp) {
    return cp < SIZE ? KINDS[cp] == 0 : !beyond(cp);
  }

  private static boolean beyond(int cp) {
    return UCharacter.isLetter(cp);
  }

  /** The character without case and width; 0 when nothing is left, negative for several. */
  static int fold(int cp) {
    return cp < SIZE ? FOLD[cp] : cp;
  }

  /** The characters that a negative {@link #fold} stands for. */
  static String expansion(int fold) {
    return EXPANSIONS.get(-fold - 1);
  }

  /** A folded letter without diacritics and script-specific variants; 0 for marks. */
  static int base(int letter) {
    return letter < 0x10000 ? BASE[letter] : letter;
  }

  /** The letter a-z that a folded letter looks like, else itself. */
  static int shape(int letter) {
    return letter < 0x10000 ? SHAPE[letter] : letter;
  }

  /** The class of a folded letter, digit or symbol; the first of its readings. */
  static int classOf(int letter) {
    int base = base(letter);
    char stands = Leet.first(base);
    return shape(stands == 0 ? base : base(stands));
  }

  /** The class of an ambiguous digit or symbol in its other reading. */
  static int otherClassOf(int letter) {
    char stands = Leet.second(base(letter));
    return stands == 0 ? classOf(letter) : shape(base(stands));
  }

  /** What a class counts as in the hash of a word; never 0, its highest bit set. */
  static byte code(int letterClass) {
    return letterClass < 0x10000
        ? CODE[letterClass]
        : (byte) (0x80 | (LETTERS + 1 + letterClass % OTHERS));
  }

  /**
   * What a class adds to the hash besides its code: tokens of one character would else share too
   * few hashes. 0 for letters of words.
   */
  static long extra(int letterClass) {
    if (letterClass < 0x80) {
      return 0;
    }
    boolean alone =
        kind(letterClass) == ODD
            ? odd(letterClass) == SOLO || odd(letterClass) == PICTOGRAPH
            : EmojiLetters.letter(letterClass) != 0;
    return alone ? hash(letterClass) : 0;
  }

  /** The hash of a class: never zero. */
  static long hash(int letterClass) {
    long h = (letterClass + 1) * 0x9E3779B97F4A7C15L;
    h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    return (h ^ (h >>> 31)) | 1;
  }
}
