package org.tocsin.lexicons.observable;

import static org.tocsin.lexicons.observable.CharClass.BREAK;
import static org.tocsin.lexicons.observable.CharClass.DASH;
import static org.tocsin.lexicons.observable.CharClass.DIGIT;
import static org.tocsin.lexicons.observable.CharClass.SPACE;
import static org.tocsin.lexicons.observable.CharClass.UPPER;

/** The pass over the characters; looks closer only where an observable may begin. */
final class Sweep {
  private static final int MAX_CASHTAG = 20;

  /** Whether a run of these classes holds digits and something else: few words do. */
  private static final boolean[] MIXED = new boolean[BREAK];

  static {
    for (int classes = 0; classes < BREAK; classes++) {
      MIXED[classes] = (classes & DIGIT) != 0 && classes != DIGIT;
    }
  }

  private final Found found;
  private final Wallets wallets = new Wallets();
  private final Pieces pieces;
  private final Ibans ibans;
  private final Links links;
  private final Glance glance = new Glance();

  Sweep(Found found) {
    this.found = found;
    pieces = new Pieces(wallets, found);
    ibans = new Ibans(found);
    links = new Links(found);
  }

  /** Finds all; returns whether the text hides something: clean it, forget, and sweep again. */
  boolean over(Text text) {
    char[] chars = text.chars;
    byte[] table = CharClass.TABLE;
    int last = text.length;
    pieces.reset();
    links.reset();
    boolean hiding = false;
    int start = 0;
    int i = 0;
    glance.read(text);
    // The blank behind the text ends its last run.
    while (i <= last) {
      if (!pieces.open()) {
        start = i = glance.next(i);
        if (i > last) {
          break;
        }
      }
      int classes = 0;
      int kind = table[chars[i]];
      while (kind < BREAK) {
        classes |= kind;
        kind = table[chars[++i]];
      }
      if (MIXED[classes] || i - start >= Wallets.MIN_LENGTH || pieces.open()) {
        run(text, start, i, classes);
      } else if (kind > SPACE && (classes & UPPER) != 0) {
        ton(text, start);
      }
      if (kind > DASH) {
        hiding |= mark(text, i, kind);
      }
      start = ++i;
    }
    pieces.flush(text);
    return hiding;
  }

  private void run(Text text, int from, int to, int classes) {
    if (to - from >= Wallets.MIN_LENGTH && wallets.run(text, from, to, classes, found)) {
      pieces.reset();
      return;
    }
    if (MIXED[classes] && Ibans.begins(text.chars, from, to) && ibans.at(text, from, to)) {
      return;
    }
    if ((classes & UPPER) == 0 || to - from >= Ton.FRIENDLY || !ton(text, from)) {
      pieces.add(text, from, to, classes);
    }
  }

  /** A user-friendly TON address with hyphens, underscores, slashes or pluses among its digits. */
  private boolean ton(Text text, int from) {
    char[] chars = text.chars;
    int end = from + Ton.FRIENDLY;
    if (!Ton.begins(chars[from], chars[from + 1]) || end > text.length) {
      return false;
    }
    int i = from;
    while (i < end && Ton.isDigit(chars[i])) {
      i++;
    }
    text.steps += i - from;
    if (i < end || CharClass.isWord(chars[end])) {
      return false;
    }
    Address address = Ton.friendly(chars, from);
    if (address == null) {
      return false;
    }
    found.wallet(address, text, from, end);
    return true;
  }

  /** A mark other than a blank or hyphen; returns whether it hides something. */
  private boolean mark(Text text, int at, int kind) {
    if (pieces.open()) {
      pieces.flush(text);
    }
    switch (kind) {
      case CharClass.DOT -> links.dot(text, at);
      case CharClass.AT -> links.at(text, at);
      case CharClass.DOLLAR -> cashtag(text, at);
      case CharClass.COLON -> {
        if (text.chars[at + 1] == '/' && text.chars[at + 2] == '/') {
          links.scheme(text, at);
        }
      }
      case CharClass.BRACKET -> {
        return Cleaner.isMark(text, at);
      }
      case CharClass.HIDDEN -> {
        return Cleaner.hides(text, at);
      }
      default -> {}
    }
    return false;
  }

  /** The name of a Cash App account, beside a word that says so. */
  private void cashtag(Text text, int at) {
    char[] chars = text.chars;
    int end = at + 1;
    boolean letter = false;
    while (end - at <= MAX_CASHTAG && CharClass.isAlphanumeric(chars[end])) {
      letter |= chars[end] > '9';
      end++;
    }
    boolean free = at == 0 || (!CharClass.isWord(chars[at - 1]) && chars[at - 1] != '/');
    if (letter && free && Nearby.saysCashApp(text, at, end)) {
      String name = text.substring(at, end).toLowerCase(java.util.Locale.ROOT);
      found.link(ObservableKind.PAYMENT_HANDLE, "cash.app/" + name, text, at, end);
    }
  }
}
