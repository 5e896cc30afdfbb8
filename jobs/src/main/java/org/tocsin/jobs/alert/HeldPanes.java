package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.state.MapState;

/** Panes of one rule and group as the state holds them, oldest first. */
final class HeldPanes {
  private final List<Map.Entry<Long, byte[]>> panes;

  private HeldPanes(List<Map.Entry<Long, byte[]>> panes) {
    this.panes = panes;
  }

  static HeldPanes of(MapState<Long, byte[]> state) throws Exception {
    List<Map.Entry<Long, byte[]>> panes = new ArrayList<>();
    for (Map.Entry<Long, byte[]> entry : state.entries()) {
      panes.add(Map.entry(entry.getKey(), entry.getValue()));
    }
    if (panes.size() > 1) {
      panes.sort(Map.Entry.comparingByKey());
    }
    return new HeldPanes(panes);
  }

  /** Those that begin within a time. */
  HeldPanes between(long from, long until) {
    int first = before(from);
    if (first == 0 && before(until) == panes.size()) {
      return this;
    }
    return new HeldPanes(panes.subList(first, Math.max(first, before(until))));
  }

  /** How many begin before an instant. */
  private int before(long instant) {
    int count = 0;
    while (count < panes.size() && panes.get(count).getKey() < instant) {
      count++;
    }
    return count;
  }

  boolean isEmpty() {
    return panes.isEmpty();
  }

  /** Where each begins. */
  List<Long> starts() {
    return panes.stream().map(Map.Entry::getKey).toList();
  }

  /** Where the newest begins; there must be one. */
  long newestStart() {
    return panes.get(panes.size() - 1).getKey();
  }

  /** What the newest counts; there must be one. */
  Pane newest() {
    return PaneCodec.counts(panes.get(panes.size() - 1).getValue());
  }

  /** As the state holds them. */
  List<byte[]> values() {
    return panes.stream().map(Map.Entry::getValue).toList();
  }

  /** Whether so many versions may stand in panes, as far as numbers alone tell. */
  static boolean mayHold(Iterable<byte[]> panes, int versions) {
    long most = 0;
    for (byte[] pane : panes) {
      most += PaneCodec.atMost(pane);
      if (most >= versions) {
        return true;
      }
    }
    return most >= versions;
  }

  List<Pane> read(Function<byte[], Pane> reading) {
    List<Pane> read = new ArrayList<>(panes.size());
    for (Map.Entry<Long, byte[]> held : panes) {
      read.add(reading.apply(held.getValue()));
    }
    return read;
  }
}
