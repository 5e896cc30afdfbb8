package org.tocsin.lexicons.engine;

import java.util.List;

/** Holds words that a hash has found against the words of entries, letter by letter; reused. */
final class Verifier {
  private final Automaton automaton;
  private final Slots slots;
  private final Units entry = new Units();
  private final Units other = new Units();

  Verifier(Automaton automaton) {
    this.automaton = automaton;
    this.slots = automaton.slots();
  }

  /** The least evasions by which a text's word is a slot's, or {@link Evaded#NEVER}. */
  int whole(Units text, int reading, int slot) {
    String word = slots.words()[slot];
    boolean turkish = slots.is(slot, Slots.TURKISH);
    int best = Alignment.whole(text, reading, entry.clear().append(word), turkish);
    best = mistaken(best, text, slot) ? Evaded.NEVER : best;
    List<String> endings = slots.endings().get(slots.suffixes()[slot]);
    for (int i = 0; i < endings.size() && best != 0; i++) {
      entry.clear().append(word + endings.get(i));
      int longer = Alignment.whole(text, reading, entry, turkish);
      if (longer != Evaded.NEVER && (longer & Evaded.TYPO) == 0) {
        best = less(best, longer | Evaded.INFLECTED);
      }
    }
    return best;
  }

  /**
   * The least evasions by which a word as it stands in a text is a slot's.
   *
   * @param to the end of the word, with its apostrophe where the slot's has one
   */
  int plain(char[] text, int from, int to, int slot) {
    String word = slots.words()[slot];
    if (slots.suffixes()[slot] == 0 && !slots.is(slot, Slots.TURKISH)) {
      int how = LatinWords.compare(text, from, to, word, slots.is(slot, Slots.TYPO));
      if (how != LatinWords.UNKNOWN) {
        return how;
      }
    }
    return whole(other.clear().append(text, from, to, false), 0, slot);
  }

  /** Whether a word begins with a slot's. */
  int prefix(Units text, int reading, int slot) {
    entry.clear().append(slots.words()[slot]);
    int evaded = Alignment.prefix(text, reading, entry, slots.is(slot, Slots.TURKISH));
    return evaded == Evaded.NEVER || (evaded & Evaded.TYPO) != 0 ? Evaded.NEVER : evaded;
  }

  /** Whether a word with masked letters may be a slot's. */
  int masked(Units text, int reading, int slot) {
    entry.clear().append(slots.words()[slot]);
    return Masks.align(text, reading, entry, slots.is(slot, Slots.TURKISH));
  }

  /** Whether a word is a slot's with one slip, which is where the two first differ. */
  int typo(Units text, int reading, int slot) {
    String word = slots.words()[slot];
    int at = 0;
    entry.clear().append(word);
    int missing = entry.size() - text.size();
    while (at < text.size() && text.classOf(at, reading) == entry.classOf(at, 0)) {
      at++;
    }
    String form = missing == 1 ? Typos.without(word, at) : Typos.swapped(word, at);
    boolean tooShort = text.size() < Alignment.SHORTEST_TYPO;
    if (tooShort || form.isEmpty() || missing < 0 || missing > 1) {
      return Evaded.NEVER;
    }
    entry.clear().append(form);
    int evaded = Alignment.whole(text, reading, entry, slots.is(slot, Slots.TURKISH));
    if (evaded == Evaded.NEVER || (evaded & (Evaded.TYPO | Evaded.REPEATED)) != 0) {
      return Evaded.NEVER;
    }
    return mistaken(evaded | Evaded.TYPO, text, slot) ? Evaded.NEVER : evaded | Evaded.TYPO;
  }

  /** A word that is common, or another entry's, is not a slip. */
  private boolean mistaken(int evaded, Units text, int slot) {
    if (evaded == Evaded.NEVER || (evaded & Evaded.TYPO) == 0) {
      return false;
    }
    if (!slots.is(slot, Slots.TYPO)) {
      return true;
    }
    String word = text.folded();
    return CommonWords.has(word) || known(text, word);
  }

  private boolean known(Units text, String word) {
    SlotTable vocabulary = automaton.vocabulary();
    int list = vocabulary.list(text.key(0));
    if (list == LongIntMap.ABSENT) {
      return false;
    }
    for (int i = vocabulary.from(list); i < vocabulary.to(list); i++) {
      if (slots.words()[vocabulary.slot(i)].equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** The plainer of two readings. */
  static int less(int a, int b) {
    if (a == Evaded.NEVER || b == Evaded.NEVER) {
      return a == Evaded.NEVER ? b : a;
    }
    return Evaded.effort(a) <= Evaded.effort(b) ? a : b;
  }

  /** Whether a repaired word is exactly a slot's stem in one language. */
  boolean sameStem(Stemmer stemmer, int bit, String stem, int slot) {
    return stemmer.stems(bit, slots.words()[slot]).contains(stem);
  }
}
