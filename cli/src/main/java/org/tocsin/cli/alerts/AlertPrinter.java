package org.tocsin.cli.alerts;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tocsin.cli.card.AlertCard;
import org.tocsin.cli.card.Ink;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;

/** Prints alerts as lines, cards or JSON. */
final class AlertPrinter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int ID_SHOWN = 12;

  private final PrintWriter out;
  private final boolean json;
  private final Ink ink = Ink.auto();

  AlertPrinter(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** One line. */
  void line(Alert alert) {
    if (json) {
      json(alert);
    } else {
      out.printf(
          "%s  %s  %-8s  %-2s  %s%n",
          alert.id().substring(0, Math.min(ID_SHOWN, alert.id().length())),
          TIME.format(alert.lastSeen()),
          alert.status().label(),
          alert.severity(),
          Ink.harmless(alert.title() + ": " + alert.reason()).replace('\n', ' '));
    }
  }

  /** The alert, as it is told in passing. */
  void card(Alert alert) {
    print(alert, new AlertCard(ink).draw(alert));
  }

  /** The whole alert. */
  void whole(Alert alert) {
    print(alert, new AlertCard(ink).whole(alert));
  }

  private void print(Alert alert, String card) {
    if (json) {
      json(alert);
    } else {
      out.println(card);
    }
    out.flush();
  }

  private void json(Alert alert) {
    out.println(new String(Json.write(alert), StandardCharsets.UTF_8));
  }
}
