package org.tocsin.lexicons.context;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.engine.Engine;
import org.tocsin.lexicons.pack.ContextCue;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Evasion;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;

/**
 * The cues and conditions of packs, compiled by the engine as entries of their own. Immutable,
 * shared by all threads.
 */
public final class CueBook {
  /** People who add context do not hide it; marks and vowel points may still be left out. */
  private static final Set<Evasion> EVASIONS = EnumSet.of(Evasion.DIACRITICS);

  /** No list of words. */
  static final int NONE = -1;

  private final List<Entry> lists = new ArrayList<>();
  private final List<Numbered> contexts = new ArrayList<>();
  private final IdentityHashMap<Entry, Lists> conditions = new IdentityHashMap<>();
  private final IdentityHashMap<Entry, AskedWords> asked = new IdentityHashMap<>();
  private final @Nullable Engine engine;

  /** A context and the number of its list; none when it is marks. */
  record Numbered(ContextCue cue, int list) {}

  /** The numbers of the lists of an entry's conditions. */
  record Lists(int unless, int needs) {}

  private CueBook(List<Pack> packs) {
    for (Pack pack : packs) {
      for (ContextCue cue : pack.cues()) {
        contexts.add(
            new Numbered(
                cue,
                cue.marks().isEmpty()
                    ? list(words(pack, cue.cues()), cue.languages(), cue.mode())
                    : NONE));
      }
      for (Entry entry : pack.entries()) {
        String query = entry.query();
        if (entry.status().matched() && query != null) {
          asked.put(entry, AskedWords.of(query, pack.sets()));
        }
        if (entry.status().matched() && !entry.conditions().equals(Entry.Conditions.NONE)) {
          conditions.put(
              entry,
              new Lists(
                  list(entry, pack, entry.conditions().unless()),
                  list(entry, pack, entry.conditions().neededWords())));
        }
      }
    }
    engine =
        lists.isEmpty()
            ? null
            : Engine.of(
                List.of(new Pack("cues", "", "", List.of(), "", "", lists, Map.of(), List.of())));
  }

  /** Compiles the cues and conditions of packs. */
  public static CueBook of(List<Pack> packs) {
    return new CueBook(packs);
  }

  private int list(Entry entry, Pack pack, List<String> words) {
    List<String> phrases = words(pack, words);
    MatchMode mode = entry.mode() == MatchMode.INFLECTED ? entry.mode() : MatchMode.EXACT;
    return phrases.isEmpty() ? NONE : list(phrases, entry.languages(), mode);
  }

  /** Words and phrases, with those of each {@code @set}. */
  private static List<String> words(Pack pack, List<String> words) {
    return words.stream()
        .flatMap(
            word ->
                word.startsWith("@")
                    ? pack.sets().getOrDefault(word.substring(1), List.of()).stream()
                    : Stream.of(word))
        .toList();
  }

  /** Adds a list of words as an entry that is named by its number. */
  private int list(List<String> words, List<String> languages, MatchMode mode) {
    int number = lists.size();
    lists.add(
        new Entry(
            String.valueOf(number),
            "cues",
            Category.HATE,
            languages,
            words,
            null,
            mode,
            List.of(),
            EVASIONS,
            Severity.P3,
            1,
            Entry.Status.ACTIVE,
            "",
            List.of(),
            "",
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            null,
            Entry.Conditions.NONE));
    return number;
  }

  /** Whether any entry has conditions. */
  public boolean hasConditions() {
    return !conditions.isEmpty();
  }

  /** How many lists of words there are. */
  int size() {
    return lists.size();
  }

  List<Numbered> contexts() {
    return contexts;
  }

  /** Whether an entry itself asks for these words of its match: they are no cue then. */
  boolean asks(Entry entry, String surface) {
    AskedWords words = asked.get(entry);
    return words == null || words.name(surface);
  }

  @Nullable Lists conditions(Entry entry) {
    return conditions.get(entry);
  }

  /** A matcher of the lists for one thread; null when there are none. */
  @Nullable Matcher newMatcher() {
    return engine == null ? null : engine.newMatcher();
  }
}
