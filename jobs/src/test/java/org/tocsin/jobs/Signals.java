package org.tocsin.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.PostEvent;

/** Synthetic signals and events for tests. Times are epoch milliseconds. */
public final class Signals {
  private Signals() {}

  /** Hate, in English, on x, each post by an author of its own. */
  public static Signal of(String post, long at) {
    return of(post, at, Category.HATE);
  }

  public static Signal of(String post, long at, Category category) {
    return of(post, at, category, "author of " + post, "x", "en", 0.5, "text at " + at);
  }

  public static Signal of(
      String id,
      long at,
      Category category,
      String author,
      String platform,
      String lang,
      double score,
      String text) {
    Instant time = Instant.ofEpochMilli(at);
    Post post =
        new Post(
            id, platform, author, null, text, lang, time, null, time, List.of(), List.of(),
            List.of(), null, null, List.of());
    return new Signal(
        post,
        category,
        score,
        true,
        Severity.P3,
        List.of(),
        List.of(new Match("entry", "pack@1", category, 0, 4, "text", "exact", score)),
        0,
        List.of(),
        0,
        Sha256.hex(text),
        "bundle",
        null,
        List.of(),
        null);
  }

  /** The same of a post that names these. */
  public static Signal naming(Signal signal, Observable... observables) {
    return new Signal(
        signal.post(),
        signal.category(),
        signal.score(),
        signal.flagged(),
        signal.severity(),
        signal.context(),
        signal.matches(),
        signal.matchesOmitted(),
        List.of(observables),
        signal.textOffset(),
        signal.textSha256(),
        signal.bundle(),
        signal.retractedAt(),
        signal.contextEvidence(),
        signal.textSketch());
  }

  public static PostEvent event(Signal signal) {
    return new PostEvent(signal.post().id(), at(signal), signal);
  }

  public static PostEvent retraction(String post, long at) {
    return new PostEvent(post, at, null);
  }

  public static long at(Signal signal) {
    return signal.post().versionAt().toEpochMilli();
  }

  /** What is known in the end, when the last that is told of a version is what holds. */
  public static Map<String, Signal> last(List<Signal> told) {
    Map<String, Signal> last = new LinkedHashMap<>();
    told.forEach(signal -> last.put(signal.key() + "@" + at(signal), signal));
    return last;
  }

  /** All orders of a few elements. */
  public static <T> List<List<T>> orders(List<T> elements) {
    if (elements.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      List<T> rest = new ArrayList<>(elements);
      T first = rest.remove(i);
      for (List<T> tail : orders(rest)) {
        List<T> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        orders.add(order);
      }
    }
    return orders;
  }
}
