package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;

/** The ways in which the words of an entry are looked for; reused while a bundle is compiled. */
final class Spellings {
  private static final Locale TURKISH = Locale.forLanguageTag("tr");

  private final Scanner scanner = new Scanner();
  private final Units units = new Units();

  /**
   * One way to write a phrase.
   *
   * @param words folded, cut as texts are
   * @param evaded what it stands for: joined, another alphabet, or nothing
   */
  record Spelling(List<String> words, int evaded) {
    Spelling {
      words = List.copyOf(words);
    }
  }

  /**
   * A word of a spelling.
   *
   * @param word folded
   * @param traits of {@link Slots}
   * @param suffixes endings that it may have
   * @param stems bits of the {@link Stemmer} languages by whose stems it also matches
   */
  record Form(String word, int traits, List<String> suffixes, int stems) {
    int slot(SlotPool pool) {
      return pool.slot(word, traits, suffixes, stems);
    }
  }

  /** All spellings of a phrase, the plain one first; none when it has no words. */
  List<Spelling> of(Entry entry, String phrase) {
    List<Spelling> spellings = new ArrayList<>();
    List<String> words = words(turkish(entry) ? phrase.toLowerCase(TURKISH) : phrase);
    if (words.isEmpty()) {
      return spellings;
    }
    spellings.add(new Spelling(words, 0));
    if (words.size() > 1 && entry.evasions().contains(Evasion.JOINED)) {
      spellings.add(new Spelling(List.of(String.join("", words)), Evaded.JOINED));
    }
    if (entry.evasions().contains(Evasion.TRANSLIT)) {
      for (String other : Translit.of(String.join(" ", words), entry.languages())) {
        List<String> otherWords = words(other);
        if (!otherWords.isEmpty()) {
          spellings.add(new Spelling(otherWords, Evaded.TRANSLIT));
        }
      }
    }
    return spellings;
  }

  /** How word i of a spelling is looked for. */
  static Form form(Entry entry, Spelling spelling, int i) {
    boolean last = i == spelling.words.size() - 1;
    boolean turkish = turkish(entry) && spelling.evaded != Evaded.TRANSLIT;
    int traits = turkish ? Slots.TURKISH : 0;
    traits |= entry.evasions().contains(Evasion.TYPO) ? Slots.TYPO : 0;
    traits |= entry.mode() == MatchMode.PREFIX && last ? Slots.PREFIX : 0;
    boolean inflected = entry.mode() == MatchMode.INFLECTED && spelling.evaded == 0;
    return new Form(
        spelling.words.get(i),
        traits,
        inflected ? entry.suffixes() : List.of(),
        inflected ? stemmers(entry) : 0);
  }

  private static int stemmers(Entry entry) {
    int bits = 0;
    for (String language : entry.languages()) {
      bits |= Stemmer.bit(Languages.primary(language));
    }
    return bits;
  }

  private static boolean turkish(Entry entry) {
    return !entry.languages().isEmpty()
        && entry.languages().stream()
            .map(Languages::primary)
            .allMatch(language -> language.equals("tr") || language.equals("az"));
  }

  /** The folded words of a phrase, cut as texts are. */
  private List<String> words(String phrase) {
    scanner.scan(phrase);
    List<String> words = new ArrayList<>();
    for (int t = 0; t < scanner.size; t++) {
      int end = scanner.end[t];
      units.clear().append(scanner.text, scanner.start[t], end, false);
      String word = units.folded();
      words.add(Apostrophes.follows(scanner, t) ? word + "'" : word);
    }
    return words;
  }
}
