package org.tocsin.cli.card;

import org.tocsin.events.Observable;

/** An observable on one line, with links that no terminal makes clickable. */
public final class ObservableLine {
  private ObservableLine() {}

  /** Kind and value, and what lists it: {@code tron TXyz (usdt), LISTED ofac:123}. */
  public static String brief(Observable observable) {
    String token = observable.token() == null ? "" : " (" + observable.token() + ")";
    String listed =
        observable.listed().isEmpty() ? "" : ", LISTED " + String.join(" ", observable.listed());
    return Ink.harmless(observable.kind() + " " + observable.defanged() + token + listed);
  }

  /** The same with its span, and whether a checksum holds. */
  public static String whole(Observable observable) {
    return "%s at %d to %d%s"
        .formatted(
            brief(observable),
            observable.start(),
            observable.end(),
            Boolean.TRUE.equals(observable.checksumValid()) ? ", checksum holds" : "");
  }
}
