package org.tocsin.lexicons.observable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Observable;

/** What was found so far in the text at hand, at offsets of the original. */
final class Found {
  /** Longer values are no address and no link that a person can use. */
  private static final int MAX_VALUE = 1_000;

  private static final Comparator<Observable> BY_POSITION =
      Comparator.comparingInt(Observable::start).thenComparingInt(Observable::end);

  private final Benign benign = Benign.SHIPPED;
  private final List<Observable> all = new ArrayList<>();
  private boolean ordered = true;

  void clear() {
    all.clear();
    ordered = true;
  }

  void link(ObservableKind kind, String value, Text text, int from, int to) {
    if (value.length() <= MAX_VALUE) {
      add(kind, value, text, from, to, null, null);
    }
  }

  /** Adds a wallet, unless it is known as no one's or as everyone's. */
  void wallet(Address address, Text text, int from, int to) {
    if (!benign.contains(address.kind(), address.value())) {
      add(
          address.kind(),
          address.value(),
          text,
          from,
          to,
          address.checksumValid(),
          Nearby.token(address.kind(), text, from, to));
    }
  }

  /** Adds a wording, at offsets of the original. */
  void gift(String value, int start, int end) {
    ordered = false;
    all.add(new Observable(ObservableKind.GIFT_CARD.label(), value, start, end, null));
  }

  void add(
      ObservableKind kind,
      String value,
      Text text,
      int from,
      int to,
      @Nullable Boolean checksumValid,
      @Nullable String token) {
    int start = text.origin(from);
    ordered &= all.isEmpty() || all.get(all.size() - 1).start() <= start;
    all.add(new Observable(kind.label(), value, start, text.originEnd(to), checksumValid, token));
  }

  void tell(Consumer<Observable> sink) {
    if (!ordered) {
      all.sort(BY_POSITION);
    }
    // By index: an iterator for each post would be garbage for each post.
    for (int i = 0; i < all.size(); i++) {
      sink.accept(all.get(i));
    }
  }
}
