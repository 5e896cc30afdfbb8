package org.tocsin.cli.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.watchlist.ListItem;
import org.tocsin.connectors.watchlist.ListedIdentifier;
import org.tocsin.connectors.watchlist.ListedName;
import org.tocsin.connectors.watchlist.ListedWord;
import org.tocsin.connectors.watchlist.Unusable;
import org.tocsin.lexicons.engine.FrequentWords;

/**
 * Items of a list as draft entries: each is in an entry, or refused with its reason. The names of
 * one holder are one entry.
 */
final class ImportedItems {
  private static final int LONGEST = 200;

  /** The fewest letters and digits of a name: shorter ones are words of many languages. */
  private static final int SHORTEST_NAME = 3;

  /** A name that is among so many of any language's most frequent words means nothing alone. */
  private static final int COMMON = 3_000;

  private final Set<ListedName.Kind> kinds;
  private final Set<String> programmes;
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<Refused> refused = new ArrayList<>();
  private int items;
  private int imported;

  /**
   * An entry in the making.
   *
   * @param id what names it in the list; empty for nothing
   * @param match its words
   * @param meaning what the list says of it
   * @param line of its first word
   */
  record Draft(String id, List<String> match, String meaning, long line) {}

  /**
   * An item that is in no entry.
   *
   * @param line of the file
   * @param reason short, the same for all items of its kind
   * @param what the item, or more on it
   */
  record Refused(long line, String reason, String what) {
    @Override
    public String toString() {
      return "line %d: %s%s".formatted(line, reason, what.isEmpty() ? "" : ": " + what);
    }
  }

  /**
   * A list that is still empty.
   *
   * @param kinds of holders whose names are wanted
   * @param programmes any of which a holder must be listed under; empty for all
   */
  ImportedItems(Set<ListedName.Kind> kinds, Set<String> programmes) {
    this.kinds = kinds;
    this.programmes = programmes;
  }

  void add(ListItem item) {
    items++;
    if (item instanceof ListedWord word) {
      word(word);
    } else if (item instanceof ListedName name) {
      name(name);
    } else if (item instanceof ListedIdentifier identifier) {
      refuse(
          item.line(),
          "identifier, for a watchlist and not for a lexicon",
          identifier.scheme() + " " + identifier.value());
    } else if (item instanceof Unusable unusable) {
      String reason = unusable.reason();
      int end = reason.startsWith("empty ") ? "empty".length() : reason.indexOf(": ");
      refuse(
          item.line(),
          end < 0 ? reason : reason.substring(0, end),
          end < 0 ? "" : reason.substring(end).replaceFirst("^(: | )", ""));
    }
  }

  private void word(ListedWord word) {
    if (usable(word.line(), word.text(), 1)) {
      String key = word.id().isEmpty() ? "line " + word.line() : word.id();
      drafts.put(
          key,
          new Draft(
              key,
              new ArrayList<>(List.of(word.text())),
              (word.label() + (word.sure() ? "" : "; the list is less certain of it")).strip(),
              word.line()));
    }
  }

  private void name(ListedName name) {
    ListedName.Holder holder = name.holder();
    if (!kinds.contains(holder.kind())) {
      refuse(name.line(), label(holder.kind()) + ", not among --kinds", name.name());
    } else if (!programmes.isEmpty() && holder.programmes().stream().noneMatch(this::wanted)) {
      refuse(name.line(), "listed under other --programmes", name.name());
    } else if (!name.sure()) {
      refuse(name.line(), "low-quality alias", name.name());
    } else if (usable(name.line(), name.name(), SHORTEST_NAME)) {
      drafts
          .computeIfAbsent(
              holder.reference(),
              reference ->
                  new Draft(
                      reference,
                      new ArrayList<>(),
                      "Listed %s: %s%s"
                          .formatted(
                              label(holder.kind()),
                              name.name(),
                              holder.programmes().isEmpty()
                                  ? ""
                                  : " (" + String.join(", ", holder.programmes()) + ")"),
                      name.line()))
          .match()
          .add(name.name());
    }
  }

  private boolean wanted(String programme) {
    return programmes.contains(programme.toLowerCase(Locale.ROOT));
  }

  private boolean usable(long line, String text, int shortest) {
    String key = text.toLowerCase(Locale.ROOT);
    Long earlier = seen.get(key);
    String reason = earlier == null ? reason(text, shortest) : "duplicate of line " + earlier;
    if (reason != null) {
      refuse(line, reason, text);
      return false;
    }
    seen.put(key, line);
    imported++;
    return true;
  }

  private static @Nullable String reason(String text, int shortest) {
    long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
    if (letters == 0) {
      return "no letter or digit";
    }
    if (letters < shortest) {
      return "too short to be looked for alone";
    }
    if (shortest > 1 && common(text)) {
      return "also a common word";
    }
    return text.length() > LONGEST ? "longer than %d characters".formatted(LONGEST) : null;
  }

  private static boolean common(String name) {
    return FrequentWords.has(name)
        || FrequentWords.languages().stream()
            .mapToInt(lang -> FrequentWords.rank(lang, name))
            .anyMatch(rank -> rank > 0 && rank <= COMMON);
  }

  private void refuse(long line, String reason, String what) {
    refused.add(new Refused(line, reason, what));
  }

  private static String label(ListedName.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Everything that was read. */
  int items() {
    return items;
  }

  /** How many items are in entries. */
  int imported() {
    return imported;
  }

  List<Draft> drafts() {
    return List.copyOf(drafts.values());
  }

  /** What was not imported; with {@link #imported} it makes up {@link #items}. */
  List<Refused> refused() {
    return refused;
  }

  /** How many were refused for each reason. */
  Map<String, Integer> reasons() {
    Map<String, Integer> reasons = new TreeMap<>();
    refused.forEach(
        one ->
            reasons.merge(one.reason().replaceFirst("^duplicate.*", "duplicate"), 1, Integer::sum));
    return reasons;
  }
}
