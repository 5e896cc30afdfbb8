package org.tocsin.lexicons.check;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.lexicons.check.Notice.Level;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.MatchMode;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackHead;
import org.tocsin.lexicons.pack.Place;

/** Looks at what stands beside the words: dates, sources, conditions, examples. */
final class Paperwork {
  private static final Set<String> NO_SOURCE =
      Set.of("todo", "tbd", "fixme", "unknown", "none", "n/a", "na", "-", "?", "x");

  private final Lint lint;
  private final LocalDate today;

  Paperwork(Lint lint, LocalDate today) {
    this.lint = lint;
    this.today = today;
  }

  void look(Pack pack) {
    PackHead head = lint.check().heads().get(pack.name());
    if (head != null) {
      if (expired(head.reviewBy())) {
        lint.tell(
            Level.WARNING,
            head.reviewAt(),
            "review of the pack expired on %s: look at it again and set 'review_by'"
                .formatted(head.reviewBy()));
      }
      if (head.sources().stream().allMatch(Paperwork::namesNone)) {
        lint.tell(
            Level.WARNING,
            head.sourcesAt(),
            "missing provenance: name in 'sources' where the pack's knowledge comes from");
      }
    }
    Set<String> exemplified = new HashSet<>();
    pack.examples().forEach(example -> exemplified.addAll(example.match()));
    for (Entry entry : pack.entries()) {
      look(entry);
      if (!pack.examples().isEmpty()
          && entry.status().matched()
          && !exemplified.contains(entry.id())) {
        warn(entry, "id", "no example of examples.yaml must match it: nobody would see it break");
      }
    }
  }

  private void look(Entry entry) {
    if (entry.status() != Entry.Status.RETIRED && expired(entry.reviewBy())) {
      warn(
          entry,
          "review_by",
          "review expired on %s: look at it again and set 'review_by'".formatted(entry.reviewBy()));
    }
    if (namesNone(entry.source())) {
      warn(
          entry,
          "source",
          "missing provenance: source '%s' names none: say where the knowledge comes from"
              .formatted(entry.source()));
    }
    if (!entry.suffixes().isEmpty() && entry.mode() != MatchMode.INFLECTED) {
      warn(entry, "suffixes", "'suffixes' do nothing without 'mode: inflected'");
    }
    List<String> unless = entry.conditions().unless();
    entry.conditions().needs().stream()
        .filter(unless::contains)
        .forEach(
            word ->
                lint.tell(
                    Level.ERROR,
                    place(entry, "needs"),
                    "%s: contradiction: '%s' stands in both 'needs' and 'unless'"
                        .formatted(entry.id(), word)));
  }

  private boolean expired(LocalDate day) {
    return day.isBefore(today) && !day.equals(LocalDate.EPOCH);
  }

  private static boolean namesNone(String source) {
    return NO_SOURCE.contains(source.strip().toLowerCase(Locale.ROOT));
  }

  private Place place(Entry entry, String key) {
    return lint.check().placeOf(entry.pack(), entry.id(), key);
  }

  private void warn(Entry entry, String key, String message) {
    lint.tell(Level.WARNING, place(entry, key), entry.id() + ": " + message);
  }
}
