package org.tocsin.lexicons.engine;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.lexicons.engine.ReferenceCutter.Piece;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/**
 * What the engine must find, found the obvious way: every entry is tried at every word, in every
 * reading, by comparing letters. No hash, no filter, no trie.
 */
final class ReferenceMatcher {
  private static final Pattern SOFT_RUN = Pattern.compile("(?:[LMVJZSE']~?|(?<=L~?)@)+");

  /** A way to read some words of the text as one word. */
  private record Reading(
      int from, int to, int start, int end, Units units, boolean plain, int how) {}

  /** Where a match ends, and how it was seen. */
  private record Place(int end, int how) {}

  private final List<Entry> entries;
  private final List<Reading> readings = new ArrayList<>();
  private final Map<String, Place> found = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final ReferenceForms forms = new ReferenceForms();
  private final String text;
  private final ReferenceCutter cut;

  private ReferenceMatcher(List<Entry> entries, String text) {
    this.entries = entries;
    this.text = text;
    this.cut = new ReferenceCutter(text);
  }

  /** All matches as {@code start end entry how}, in the order of the engine's. */
  static List<String> find(List<Entry> entries, String text) {
    ReferenceMatcher matcher = new ReferenceMatcher(entries, text);
    matcher.read();
    for (Entry entry : entries) {
      for (String phrase : entry.match()) {
        List<String> words = ReferenceForms.words(phrase);
        matcher.known.addAll(words);
        if (entry.evasions().contains(Evasion.JOINED)) {
          matcher.known.add(String.join("", words));
        }
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      matcher.entry(i);
    }
    List<String> lines = new ArrayList<>();
    matcher.found.forEach(
        (key, place) -> {
          String[] start = key.split(" ", -1);
          String how = Evaded.how(place.how);
          lines.add(String.format("%s %08d %s %s", start[0], place.end, start[1], how));
        });
    return lines;
  }

  private void entry(int number) {
    Entry entry = entries.get(number);
    for (String phrase : entry.match()) {
      List<String> words = ReferenceForms.words(phrase);
      if (words.isEmpty()) {
        continue;
      }
      for (int t = 0; t < cut.words.size(); t++) {
        walk(number, words, 0, t, -1, -1, 0);
      }
      if (words.size() > 1 && entry.evasions().contains(Evasion.JOINED)) {
        for (int t = 0; t < cut.words.size(); t++) {
          walk(number, List.of(String.join("", words)), 0, t, -1, -1, Evaded.JOINED);
        }
      }
    }
  }

  private void walk(int number, List<String> words, int w, int t, int start, int end, int how) {
    Entry entry = entries.get(number);
    if (w == words.size()) {
      if ((how & ~Evaded.allowed(entry.evasions())) == 0) {
        String key = String.format("%08d %04d", whole(start, true), number);
        found.merge(key, new Place(whole(end, false), how), ReferenceMatcher::plainer);
      }
      return;
    }
    boolean prefix = entry.mode() == MatchMode.PREFIX && w == words.size() - 1;
    for (Reading reading : readings) {
      if (reading.from == t) {
        boolean joined = (how & Evaded.JOINED) != 0;
        for (int evaded : compare(reading, words.get(w), entry, prefix, joined)) {
          int from = w == 0 ? reading.start : start;
          walk(number, words, w + 1, reading.to, from, reading.end, how | evaded | reading.how);
        }
      }
    }
  }

  /** Of one entry at one start the plainer is kept, of equally plain ones the longer. */
  private static Place plainer(Place a, Place b) {
    int effort = Evaded.effort(a.how) - Evaded.effort(b.how);
    return effort < 0 || (effort == 0 && a.end >= b.end) ? a : b;
  }

  /** Moves out of a grapheme. */
  private int whole(int at, boolean back) {
    BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
    graphemes.setText(text);
    if (graphemes.isBoundary(at)) {
      return at;
    }
    return back ? graphemes.preceding(at) : graphemes.following(at);
  }

  private List<Integer> compare(
      Reading reading, String word, Entry entry, boolean prefix, boolean joined) {
    List<Integer> ways = new ArrayList<>();
    List<Integer> slips = new ArrayList<>();
    Units wanted = new Units().clear().append(word);
    for (int r = 0; r < reading.units.readings(); r++) {
      if (reading.units.masked()) {
        ways.add(Masks.align(reading.units, r, wanted, false));
        continue;
      }
      int whole = Alignment.whole(reading.units, r, wanted, false);
      if (whole != Evaded.NEVER && (whole & Evaded.TYPO) != 0) {
        slips.add(whole);
      } else {
        ways.add(whole);
      }
      if (entry.mode() == MatchMode.INFLECTED && !joined) {
        for (String suffix : entry.suffixes()) {
          Units longer = new Units().clear().append(word + suffix);
          int way = Alignment.whole(reading.units, r, longer, false);
          ways.add(way == Evaded.NEVER ? way : way | Evaded.INFLECTED);
        }
      }
      if (prefix) {
        ways.add(Alignment.prefix(reading.units, r, wanted, false));
      }
    }
    if (entry.mode() == MatchMode.INFLECTED && !joined && !reading.units.masked()) {
      ways.addAll(forms.stems(reading.units, reading.plain, reading.how, word, entry));
    }
    ways.removeIf(way -> way == Evaded.NEVER || (way & Evaded.TYPO) != 0);
    if (reading.plain) {
      slips.addAll(forms.slips(reading.units, word));
    }
    String folded = reading.units.folded();
    if (!known.contains(folded) && !CommonWords.has(folded)) {
      ways.addAll(slips);
    }
    return ways;
  }

  private void read() {
    List<Piece> words = cut.words;
    for (int t = 0; t < words.size(); t++) {
      Piece word = words.get(t);
      readings.add(new Reading(t, t + 1, word.start(), word.end(), units(word, false), true, 0));
    }
    for (int[] tag : cut.tags) {
      add(tag[0], tag[1], words.get(tag[0]).start(), words.get(tag[1] - 1).end());
    }
    Matcher runs = SOFT_RUN.matcher(cut.kinds);
    while (runs.find()) {
      soft(runs.start(), runs.end());
    }
    for (int t = 0; t < words.size(); t++) {
      int end = t + 1;
      while (end < words.size() && single(end - 1) && single(end) && gap(end) > 0) {
        end++;
      }
      if (end > t + 1) {
        row(t, end);
        t = end - 1;
      }
    }
  }

  private void soft(int runStart, int runEnd) {
    int start = runStart;
    int end = runEnd;
    while (start < end && "LE".indexOf(cut.kinds.charAt(start)) < 0 && !edge(start)) {
      start = cut.skip(start);
    }
    while (end > start
        && "LEMJ".indexOf(cut.kinds.charAt(cut.before(end))) < 0
        && !edge(cut.before(end))) {
      end = cut.before(end);
    }
    boolean marked = false;
    for (int i = start; i < end; i++) {
      marked |= cut.symbols[i];
    }
    int first = 0;
    while (first < cut.words.size() && cut.words.get(first).start() < start) {
      first++;
    }
    int last = first;
    while (last < cut.words.size() && cut.words.get(last).end() <= end) {
      last++;
    }
    boolean flag = end - start >= 4 && end - start <= 5 && cut.flag(start) && cut.flag(start + 2);
    if (marked && last > first && !flag) {
      Units units = units(text, start, end, true);
      if (units.alphabetic()) {
        readings.add(new Reading(first, last, start, end, units, false, 0));
      }
    }
  }

  private boolean edge(int i) {
    return "$€£".indexOf(text.charAt(i)) >= 0;
  }

  private void add(int from, int to, int start, int end) {
    Units units = units(text, start, end, false);
    if (units.alphabetic()) {
      readings.add(new Reading(from, to, start, end, units, false, 0));
    }
  }

  private boolean single(int t) {
    return cut.words.get(t).single();
  }

  private int gap(int t) {
    int from = cut.words.get(t - 1).end();
    int to = cut.words.get(t).start();
    if (text.substring(from, to).equals("\r\n")) {
      return 1;
    }
    return to - from > SpacedLetters.WIDEST_GAP ? 0 : to - from;
  }

  private boolean white(int t) {
    return text.substring(cut.words.get(t - 1).end()).matches("(?sU)\\s.*");
  }

  private void row(int first, int after) {
    int narrowest = SpacedLetters.WIDEST_GAP;
    for (int t = first + 1; t < after; t++) {
      narrowest = Math.min(narrowest, gap(t));
    }
    for (int a = first; a < after; a++) {
      for (int b = a + SpacedLetters.FEWEST; b <= after; b++) {
        boolean bounded = (a == first || gap(a) > narrowest) && (b == after || gap(b) > narrowest);
        boolean wide = false;
        boolean blank = false;
        for (int t = a + 1; t < b; t++) {
          wide |= gap(t) > narrowest;
          blank |= white(t);
        }
        boolean part =
            (a == first || gap(a) > narrowest || white(a))
                && (b == after || gap(b) > narrowest || white(b))
                && !blank;
        if (!wide && (bounded || part)) {
          spaced(a, b);
        }
      }
    }
  }

  private void spaced(int first, int after) {
    Units units = new Units().clear();
    for (int t = first; t < after; t++) {
      Piece word = cut.words.get(t);
      units.append(text.toCharArray(), word.start(), word.end(), true);
    }
    if (units.alphabetic()) {
      int start = cut.words.get(first).start();
      int end = cut.words.get(after - 1).end();
      readings.add(new Reading(first, after, start, end, units, false, Evaded.SPACED));
    }
  }

  private Units units(Piece word, boolean emojiLetters) {
    return units(text, word.start(), word.end(), emojiLetters);
  }

  private static Units units(String source, int start, int end, boolean emojiLetters) {
    return new Units().clear().append(source.toCharArray(), start, end, emojiLetters);
  }
}
