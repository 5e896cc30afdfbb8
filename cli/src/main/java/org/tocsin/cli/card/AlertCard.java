package org.tocsin.cli.card;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Match;
import org.tocsin.events.Measure;
import org.tocsin.events.Observable;
import org.tocsin.events.Sample;
import org.tocsin.events.Severity;

/** Draws an alert as text. */
public final class AlertCard {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int PSEUDONYM_SHOWN = 8;
  private static final int MAX_OBSERVABLES = 8;

  private final Ink ink;

  /** Cards in this ink. */
  public AlertCard(Ink ink) {
    this.ink = ink;
  }

  /**
   * The card, with a line end after each of its lines; of an alert that is over without its
   * evidence, which was shown before.
   */
  public String draw(Alert alert) {
    return draw(alert, alert.status() != Alert.Status.RESOLVED);
  }

  /** The card with all evidence, also of an alert that is over. */
  public String whole(Alert alert) {
    return draw(alert, true);
  }

  private String draw(Alert alert, boolean withEvidence) {
    StringBuilder card = new StringBuilder();
    String severity = alert.severity().name();
    boolean urgent = alert.severity().compareTo(Severity.P1) <= 0;
    line(
        card,
        "┌─ %s  %s"
            .formatted(
                urgent ? ink.urgent(severity) : ink.bold(severity), ink.bold(alert.title())));
    line(card, "│  " + Ink.harmless(alert.reason()));
    line(card, "│  " + ink.faint(window(alert)));
    if (withEvidence) {
      evidence(alert, card);
    }
    line(
        card,
        "└─ "
            + ink.faint(
                "alert %s, %s, bundle %s"
                    .formatted(
                        alert.id(),
                        alert.rule(),
                        alert.bundle().substring(0, Math.min(12, alert.bundle().length())))));
    return card.toString();
  }

  /** What was counted and what is shown of it. */
  private void evidence(Alert alert, StringBuilder card) {
    line(card, "│  " + ink.faint(arithmetic(alert.measures())));
    for (String group : orNone(alert.digest())) {
      line(card, "│  - " + Ink.harmless(group));
    }
    for (Sample sample : alert.samples()) {
      line(card, "│");
      line(card, "│  " + ink.faint(byline(sample)));
      marked(sample).lines().forEach(text -> line(card, "│    " + text));
      line(card, "│    " + ink.faint(entries(sample)));
    }
    List<Observable> observables = orNone(alert.observables());
    if (!observables.isEmpty()) {
      line(card, "│");
      line(card, "│  " + ink.faint("in the posts: ") + brief(observables));
    }
    List<String> links = LinkLines.of(alert);
    if (!links.isEmpty()) {
      line(card, "│");
      line(card, "│  " + ink.faint("who named what, when:"));
      links.forEach(link -> line(card, "│    " + link));
    }
    int hidden = alert.posts() - alert.samples().size();
    if (hidden > 0) {
      line(card, "│");
      line(card, "│  " + ink.faint("and %d more".formatted(hidden)));
    }
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static void line(StringBuilder card, String text) {
    card.append(text).append(System.lineSeparator());
  }

  private static String window(Alert alert) {
    Instant start = alert.windowStart();
    return "window %s to %s UTC, %s%s"
        .formatted(
            DAY_AND_TIME.format(start),
            TIME.format(alert.windowEnd()),
            alert.status().label(),
            switch (alert.revision()) {
              case 0 -> ", provisional";
              case 1 -> "";
              default -> ", revision " + alert.revision();
            });
  }

  private static String arithmetic(List<Measure> measures) {
    return measures.stream()
        .map(
            measure ->
                "%s %s (asked: %s%s)"
                    .formatted(
                        measure.name(),
                        number(measure.observed()),
                        number(measure.threshold()),
                        measure.expected() == null ? "" : ", usual: " + number(measure.expected())))
        .collect(Collectors.joining(", "));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, number == Math.rint(number) ? "%.0f" : "%.2f", number);
  }

  /** Each once, spelt so that no terminal makes it a link. */
  private static String brief(List<Observable> observables) {
    List<String> all = observables.stream().map(ObservableLine::brief).distinct().toList();
    String more =
        all.size() > MAX_OBSERVABLES ? " and %d more".formatted(all.size() - MAX_OBSERVABLES) : "";
    return all.stream().limit(MAX_OBSERVABLES).collect(Collectors.joining(", ")) + more;
  }

  private static String byline(Sample sample) {
    return "%s  %s  account %s%s  score %.2f"
        .formatted(
            TIME.format(sample.at()),
            Ink.harmless(sample.platform()),
            shown(sample.author()),
            sample.channel() == null ? "" : " in " + Ink.harmless(sample.channel()),
            sample.score());
  }

  /** As much of a pseudonym as tells accounts apart. */
  static String shown(String author) {
    return author.substring(0, Math.min(PSEUDONYM_SHOWN, author.length()));
  }

  private static String entries(Sample sample) {
    String context =
        sample.context().isEmpty() ? "" : "; context: " + String.join(", ", sample.context());
    return sample.matches().stream()
            .map(match -> "%s (%s)".formatted(match.entry(), match.how()))
            .distinct()
            .collect(Collectors.joining(", "))
        + context;
  }

  /** The text with its matches marked. */
  private String marked(Sample sample) {
    String text = sample.text();
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Match match : sample.matches()) {
      int start = Math.max(done, match.start() - sample.textOffset());
      int end = Math.min(text.length(), match.end() - sample.textOffset());
      if (start < end) {
        out.append(Ink.harmless(text.substring(done, start)))
            .append(ink.marked(Ink.harmless(text.substring(start, end))));
        done = end;
      }
    }
    return out.append(Ink.harmless(text.substring(done))).toString();
  }
}
