package org.tocsin.jobs.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Observable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.Change;

/**
 * What an alert may show of one version of a post: made once for all the groups of all the rules
 * that count it, some nine.
 *
 * @param shown the post
 * @param observables of no place
 * @param link where it is about money
 */
record Evidence(Shown shown, List<Observable> observables, SeenLinks.@Nullable Seen link) {
  static Evidence of(Row row, Signal signal) {
    return new Evidence(
        Shown.of(row, signal),
        signal.observables().stream().map(SeenObservables::placeless).toList(),
        SeenLinks.seen(row, signal));
  }

  static Evidence of(Change change) {
    return of(Row.of(change), change.signal());
  }
}
