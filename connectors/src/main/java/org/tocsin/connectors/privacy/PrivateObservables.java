package org.tocsin.connectors.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Observable;
import org.tocsin.events.Pseudonyms;

/**
 * Observables as they may leave the parse step: URLs masked like the text, and phone and card
 * numbers as keyed pseudonyms, so that one number in many posts is seen and none can be read. Not
 * thread-safe.
 */
public final class PrivateObservables {
  private static final Comparator<Observable> BY_POSITION =
      Comparator.comparingInt(Observable::start).thenComparingInt(Observable::end);

  private final Pseudonyms pseudonyms;

  /** Observables under the key of these pseudonyms. */
  public PrivateObservables(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * What was found in a text, made private, in order of position. A number within a wallet, bank
   * account, page or invite is none.
   *
   * @param text the original text
   * @param found in it
   * @param max the most numbers that are added
   */
  public List<Observable> of(String text, List<Observable> found, int max) {
    List<Observable> all = new ArrayList<>(found.size());
    found.forEach(observable -> all.add(masked(observable)));
    int most = all.size() + max;
    Phones.find(
        text,
        (number, start, end) -> {
          if (isFree(found, start, end)) {
            add(all, most, "phone", number, start, end, null);
          }
        });
    Cards.find(
        text,
        (number, start, end) -> {
          // In a link only what is no id: see Redaction.maskLink.
          boolean inLink = found.stream().anyMatch(one -> one.start() < end && start < one.end());
          if (isFree(found, start, end) && !(inLink && number != null && number.charAt(0) <= '1')) {
            add(all, most, "card", number, start, end, true);
          }
        });
    all.sort(BY_POSITION);
    return List.copyOf(all);
  }

  private static boolean isFree(List<Observable> found, int start, int end) {
    return found.stream()
        .filter(one -> !Redaction.isPrivate(one))
        .noneMatch(one -> one.start() < end && start < one.end());
  }

  /**
   * A URL, e-mail address or link to a person's number with names and numbers in it masked as
   * {@link Redaction#maskLink} does; all else as it is.
   */
  public static Observable masked(Observable observable) {
    String value =
        switch (observable.kind()) {
          case "url" -> Redaction.maskLink(observable.value());
          case "email", "domain", "invite" ->
              Redaction.isPrivate(observable)
                  ? Redaction.maskNumbers(observable.value())
                  : observable.value();
          default -> observable.value();
        };
    if (value.equals(observable.value())) {
      return observable;
    }
    return new Observable(
        observable.kind(),
        value,
        observable.start(),
        observable.end(),
        observable.checksumValid(),
        observable.token(),
        observable.listed());
  }

  private void add(
      List<Observable> all,
      int most,
      String kind,
      @Nullable String number,
      int start,
      int end,
      @Nullable Boolean checksumValid) {
    if (number != null && all.size() < most) {
      all.add(
          new Observable(kind, pseudonyms.of("tocsin:" + kind, number), start, end, checksumValid));
    }
  }
}
