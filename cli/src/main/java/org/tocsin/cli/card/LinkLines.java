package org.tocsin.cli.card;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tocsin.events.Alert;
import org.tocsin.events.Link;

/** Who named what where and when, a line for each post of an alert about money. */
final class LinkLines {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST = 10;

  private LinkLines() {}

  /** In order of time; how many more there are stands last. */
  static List<String> of(Alert alert) {
    List<String> lines = new ArrayList<>();
    alert.links().stream().limit(MOST).map(LinkLines::line).forEach(lines::add);
    int more = alert.links().size() - MOST;
    if (more > 0) {
      lines.add("and %d more: ./tocsin graph draws them".formatted(more));
    }
    return lines;
  }

  private static String line(Link link) {
    return "%s  %s  account %s%s  %s"
        .formatted(
            DAY_AND_TIME.format(link.at()),
            Ink.harmless(link.platform()),
            AlertCard.shown(link.author()),
            link.channel() == null ? "" : " in " + Ink.harmless(link.channel()),
            link.observables().isEmpty()
                ? "(an appeal, nothing to give by)"
                : Ink.harmless(String.join(", ", link.observables())));
  }
}
