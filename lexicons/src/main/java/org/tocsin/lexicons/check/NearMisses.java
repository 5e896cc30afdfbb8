package org.tocsin.lexicons.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.context.ContextMatcher;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * Finds what almost matched: dropped by a condition, by the text's language, or by its status; in a
 * form or disguise that the entry does not ask for; but for what its query excludes, or for the
 * order and distance of its words.
 */
public final class NearMisses {
  private final LexiconBundle bundle;
  private final LexiconBundle all;
  private final LexiconBundle forms;
  private final Set<String> refused = new HashSet<>();
  private final Map<String, Entry> entries = new HashMap<>();

  /** Near misses of a bundle. */
  public NearMisses(LexiconBundle bundle) {
    this.bundle = bundle;
    List<Pack> packs = bundle.packs();
    if (packs.stream().flatMap(pack -> pack.entries().stream()).allMatch(NearMisses::isMatched)) {
      all = bundle;
    } else {
      Revived revived = Revived.all(packs);
      all = revived.bundle();
      revived.refusals().forEach(refusal -> refused.add(refusal.pack() + "/" + refusal.entry()));
    }
    forms = Revived.of(packs, Relaxed::forms).bundle();
    for (Pack pack : packs) {
      pack.entries().forEach(entry -> entries.put(name(entry), entry));
    }
  }

  private static boolean isMatched(Entry entry) {
    return entry.status().matched();
  }

  /**
   * One near miss.
   *
   * @param entry what would have matched
   * @param start UTF-16 offset in the text
   * @param end offset after it
   * @param reason why it does not
   */
  public record NearMiss(Entry entry, int start, int end, String reason) {}

  /** What almost matched in a text; dropped matches first, then by how much was missing. */
  public List<NearMiss> of(String text, String lang) {
    Set<String> places = new HashSet<>();
    Set<String> told = new HashSet<>();
    bundle
        .newMatcher()
        .match(
            text,
            lang,
            (entry, start, end, how) -> {
              places.add(place(entry, start, end));
              told.add(name(entry));
            });
    List<NearMiss> misses = new ArrayList<>();
    ContextMatcher wide =
        all.newContextMatcher(
            (entry, start, end, how, reason) ->
                misses.add(new NearMiss(entry, start, end, reason)));
    wide.match(
        text,
        "und",
        (entry, start, end, how) -> {
          if (!places.contains(place(entry, start, end))) {
            misses.add(new NearMiss(entry, start, end, reason(entry, lang)));
          }
        });
    misses.forEach(miss -> told.add(name(miss.entry())));
    relaxed(forms, text, lang, told, NearMisses::form, misses);
    Set<String> near = new HashSet<>(refused);
    all.mayMatch(text).forEach(entry -> near.add(name(entry)));
    relaxed(
        relaxed(near, Relaxed::exclusions),
        text,
        lang,
        told,
        how -> "exclusion: words that its query rules out stand there too",
        misses);
    relaxed(
        relaxed(near, Relaxed::order),
        text,
        lang,
        told,
        how -> "order: its words are there, in another order or further apart",
        misses);
    return misses;
  }

  /**
   * Queries that ask for less. What excludes and orders words asks for the same words without it:
   * of the others none can match, and compiling all of them takes seconds.
   */
  private LexiconBundle relaxed(Set<String> near, UnaryOperator<Entry> less) {
    return Revived.of(
            bundle.packs(),
            entry ->
                near.contains(name(entry)) ? less.apply(entry) : entry.in(Entry.Status.RETIRED))
        .bundle();
  }

  /** Tells of each entry that is not yet told its first match by what asks for less. */
  private void relaxed(
      LexiconBundle lesser,
      String text,
      String lang,
      Set<String> told,
      Function<String, String> reason,
      List<NearMiss> misses) {
    lesser
        .newMatcher()
        .match(
            text,
            lang,
            (entry, start, end, how) -> {
              if (told.add(name(entry))) {
                misses.add(new NearMiss(original(entry), start, end, reason.apply(how)));
              }
            });
  }

  private static String form(String how) {
    return how.equals("inflected")
        ? "mode: an inflected form, which the entry does not ask for"
        : "evasions: found as '%s', which the entry does not ask for".formatted(how);
  }

  private String reason(Entry entry, String lang) {
    Entry original = original(entry);
    return original.status().matched()
        ? "language: the entry is for %s, the text is %s"
            .formatted(String.join(", ", entry.languages()), lang)
        : "status: " + original.status().name().toLowerCase(Locale.ROOT);
  }

  private Entry original(Entry entry) {
    return entries.getOrDefault(name(entry), entry);
  }

  private static String name(Entry entry) {
    return entry.pack() + "/" + entry.id();
  }

  private static String place(Entry entry, int start, int end) {
    return name(entry) + "@" + start + "-" + end;
  }
}
