package org.tocsin.jobs.alert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tocsin.events.Observable;

/**
 * The observables of posts, each once and of no place; bounded, those on a watchlist stay first.
 * The same whatever the order in which they are added. Not thread-safe.
 */
final class SeenObservables {
  /** The most that are kept. */
  static final int MAX = 20;

  private final TreeMap<String, Observable> byName = new TreeMap<>();

  static Observable placeless(Observable observable) {
    return observable.start() == 0 && observable.end() == 0
        ? observable
        : new Observable(
            observable.kind(),
            observable.value(),
            0,
            0,
            observable.checksumValid(),
            observable.token(),
            observable.listed());
  }

  void add(Observable observable) {
    Observable placeless = placeless(observable);
    byName.merge(name(placeless), placeless, SeenObservables::listedByEither);
    if (byName.size() > MAX) {
      byName.remove(
          byName.descendingMap().values().stream()
              .filter(one -> one.listed().isEmpty())
              .findFirst()
              .map(SeenObservables::name)
              .orElse(byName.lastKey()));
    }
  }

  void addAll(SeenObservables others) {
    others.byName.values().forEach(this::add);
  }

  /** In order of kind and value. */
  Collection<Observable> all() {
    return byName.values();
  }

  private static String name(Observable observable) {
    return observable.kind() + " " + observable.value();
  }

  /** Watchlists change between two posts. */
  private static Observable listedByEither(Observable one, Observable other) {
    return one.listed().equals(other.listed())
        ? one
        : one.listedAs(
            Stream.concat(one.listed().stream(), other.listed().stream())
                .distinct()
                .sorted()
                .limit(Observable.MAX_LISTED)
                .toList());
  }

  void write(DataOutputView out) throws IOException {
    out.writeByte(byName.size());
    for (Observable observable : byName.values()) {
      out.writeUTF(observable.kind());
      out.writeUTF(observable.value());
      Boolean valid = observable.checksumValid();
      out.writeByte(valid == null ? 2 : valid ? 1 : 0);
      out.writeUTF(observable.token() == null ? "" : observable.token());
      out.writeByte(observable.listed().size());
      for (String reference : observable.listed()) {
        out.writeUTF(reference);
      }
    }
  }

  /**
   * Adds what was written.
   *
   * @param plain written before tokens and watchlists were
   */
  void read(DataInputView in, boolean plain) throws IOException {
    for (int i = in.readByte(); i > 0; i--) {
      String kind = in.readUTF();
      String value = in.readUTF();
      byte valid = in.readByte();
      String token = plain ? "" : in.readUTF();
      List<String> listed = new ArrayList<>();
      for (int j = plain ? 0 : in.readByte(); j > 0; j--) {
        listed.add(in.readUTF());
      }
      add(
          new Observable(
              kind,
              value,
              0,
              0,
              valid == 2 ? null : valid == 1,
              token.isEmpty() ? null : token,
              listed));
    }
  }
}
