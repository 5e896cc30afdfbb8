package org.tocsin.lexicons.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.context.ContextMatcher;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/** Finds what almost matched: dropped by a condition, by the text's language, or by its status. */
public final class NearMisses {
  private final LexiconBundle bundle;
  private final LexiconBundle all;
  private final Map<String, Entry> entries = new HashMap<>();

  /** Near misses of a bundle. */
  public NearMisses(LexiconBundle bundle) {
    this.bundle = bundle;
    all = Revived.all(bundle.packs()).bundle();
    for (Pack pack : bundle.packs()) {
      pack.entries().forEach(entry -> entries.put(entry.pack() + "/" + entry.id(), entry));
    }
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

  /** What almost matched in a text, in order of position. */
  public List<NearMiss> of(String text, String lang) {
    Set<String> matched = new HashSet<>();
    Matcher matcher = bundle.newMatcher();
    matcher.match(text, lang, (entry, start, end, how) -> matched.add(key(entry, start, end)));
    List<NearMiss> misses = new ArrayList<>();
    ContextMatcher wide =
        all.newContextMatcher(
            (entry, start, end, how, reason) ->
                misses.add(new NearMiss(entry, start, end, reason)));
    wide.match(
        text,
        "und",
        (entry, start, end, how) -> {
          if (!matched.contains(key(entry, start, end))) {
            misses.add(new NearMiss(entry, start, end, reason(entry, lang)));
          }
        });
    return misses;
  }

  private String reason(Entry entry, String lang) {
    Entry original = entries.getOrDefault(entry.pack() + "/" + entry.id(), entry);
    return original.status().matched()
        ? "language: the entry is for %s, the text is %s"
            .formatted(String.join(", ", entry.languages()), lang)
        : "status: " + original.status().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String key(Entry entry, int start, int end) {
    return entry.pack() + "/" + entry.id() + "@" + start + "-" + end;
  }
}
