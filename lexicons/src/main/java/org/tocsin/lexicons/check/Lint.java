package org.tocsin.lexicons.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.check.Notice.Level;
import org.tocsin.lexicons.engine.FrequentWords;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackCheck;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** Everything that is wrong, or probably not meant, in packs; used once. */
public final class Lint {
  private static final Set<String> NO_SOURCE =
      Set.of("todo", "tbd", "fixme", "unknown", "none", "n/a", "na", "-", "?", "x");

  private final PackCheck check;
  private final LocalDate today;
  private final Set<Notice> notices = new LinkedHashSet<>();

  private Lint(PackCheck check, LocalDate today) {
    this.check = check;
    this.today = today;
  }

  /**
   * All notices in file order.
   *
   * @param today reviews before this day are expired
   */
  public static List<Notice> of(PackSource source, LocalDate today) {
    return new Lint(Packs.check(source), today).notices();
  }

  private List<Notice> notices() {
    check.problems().forEach(problem -> notices.add(new Notice(Level.ERROR, problem)));
    Revived revived = Revived.drafts(check.packs());
    revived
        .refusals()
        .forEach(refusal -> tell(Level.ERROR, refusal.pack(), refusal.entry(), refusal.reason()));
    for (Pack pack : check.packs()) {
      pack.entries().forEach(this::paperwork);
    }
    words(revived.bundle());
    List<Notice> inOrder = new ArrayList<>(notices);
    inOrder.sort(
        Comparator.comparing((Notice notice) -> notice.problem().file())
            .thenComparingInt(notice -> notice.problem().line())
            .thenComparingInt(notice -> notice.problem().column()));
    return inOrder;
  }

  private void paperwork(Entry entry) {
    if (entry.status() != Entry.Status.RETIRED && entry.reviewBy().isBefore(today)) {
      warn(
          entry,
          "review expired on %s: look at it again and set 'review_by'".formatted(entry.reviewBy()));
    }
    String source = entry.source().strip().toLowerCase(Locale.ROOT);
    if (NO_SOURCE.contains(source)) {
      warn(
          entry,
          "source '%s' names none: say where the knowledge comes from".formatted(entry.source()));
    }
    Entry.Conditions conditions = entry.conditions();
    conditions.needs().stream()
        .filter(conditions.unless()::contains)
        .forEach(
            word ->
                tell(
                    Level.ERROR,
                    entry.pack(),
                    entry.id(),
                    "contradiction: '%s' stands in both 'needs' and 'unless'".formatted(word)));
  }

  private void words(LexiconBundle bundle) {
    Matcher matcher = bundle.newMatcher();
    for (Pack pack : bundle.packs()) {
      for (Entry entry : pack.entries()) {
        if (entry.status().matched()) {
          entry.match().forEach(phrase -> phrase(matcher, pack, entry, phrase));
        }
      }
    }
  }

  private void phrase(Matcher matcher, Pack pack, Entry entry, String phrase) {
    if (entry.mode() != MatchMode.PREFIX && FrequentWords.has(phrase)) {
      warn(
          entry,
          "'%s' is one of the most frequent words: it would match everywhere".formatted(phrase));
    }
    String needed = needed(pack, entry);
    String text = needed.isEmpty() ? phrase : phrase + " " + needed;
    String lang = entry.languages().isEmpty() ? "und" : entry.languages().get(0);
    boolean[] itself = new boolean[1];
    matcher.match(
        text,
        lang,
        (other, start, end, how) -> {
          if (other.equals(entry)) {
            itself[0] = true;
          } else if (end <= phrase.length() && plain(how)) {
            beside(entry, phrase, other, end - start >= phrase.strip().length());
          }
        });
    if (!itself[0]) {
      tell(
          Level.ERROR,
          entry.pack(),
          entry.id(),
          "'%s' can never match: no word in it, or its own 'unless' or 'exceptions' drop it"
              .formatted(phrase));
    }
  }

  private static String needed(Pack pack, Entry entry) {
    return entry.conditions().needs().stream()
        .map(
            word ->
                word.startsWith("@")
                    ? pack.sets().getOrDefault(word.substring(1), List.of("")).get(0)
                    : word)
        .findFirst()
        .orElse("");
  }

  private static boolean plain(String how) {
    return how.equals("exact") || how.equals("inflected");
  }

  /** Another entry matches the words, or a part of the words, of this one. */
  private void beside(Entry entry, String phrase, Entry other, boolean whole) {
    if (other.query() != null
        || !other.conditions().equals(Entry.Conditions.NONE)
        || other.status() != Entry.Status.ACTIVE) {
      return;
    }
    boolean sameKind = entry.category() == other.category() && entry.severity() == other.severity();
    String where = check.placeOf(other.pack(), other.id()).toString();
    if (whole && sameKind && entry.weight() == other.weight()) {
      warn(entry, "duplicate: '%s' is matched by %s too (%s)".formatted(phrase, other.id(), where));
    } else if (whole) {
      warn(
          entry,
          "contradiction: '%s' is matched by %s too (%s), as %s, %s, weight %s; here %s, %s, weight %s"
              .formatted(
                  phrase,
                  other.id(),
                  where,
                  other.category().label(),
                  other.severity(),
                  other.weight(),
                  entry.category().label(),
                  entry.severity(),
                  entry.weight()));
    } else if (sameKind && other.weight() >= entry.weight()) {
      warn(
          entry,
          "shadowed: wherever '%s' matches, %s does (%s), with no less weight"
              .formatted(phrase, other.id(), where));
    }
  }

  private void warn(Entry entry, String message) {
    tell(Level.WARNING, entry.pack(), entry.id(), message);
  }

  private void tell(Level level, String pack, String entry, String message) {
    notices.add(new Notice(level, check.placeOf(pack, entry).problem(entry + ": " + message)));
  }
}
