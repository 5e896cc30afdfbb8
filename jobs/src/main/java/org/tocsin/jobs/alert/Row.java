package org.tocsin.jobs.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.datasketches.hash.MurmurHash3;
import org.tocsin.events.Category;
import org.tocsin.events.Post;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.score.RuleSelection;

/**
 * What a pane remembers of one version of a post under one category: hashes in place of names.
 *
 * @param version of post, category, time and text
 * @param post of the post's id
 * @param author of the pseudonym
 * @param channel of the channel; 0 for none
 * @param platform of the platform
 * @param category of the signal
 * @param score in ten-thousandths, so that sums are exact in any order
 * @param at when it was published, epoch milliseconds
 * @param known whether a pane has it already, so that only its end moves
 * @param before the end that was told before
 * @param until its end, epoch milliseconds; {@link Change#STANDING} for none
 * @param signs which of the rule's signs it has, a bit each
 * @param observables of those that the rule names, where it counts them
 */
record Row(
    long version,
    long post,
    long author,
    int channel,
    int platform,
    Category category,
    int score,
    long at,
    boolean known,
    long before,
    long until,
    int signs,
    List<Integer> observables) {

  /** The most observables of one post that are counted. */
  static final int MAX_OBSERVABLES = 32;

  /** Ten-thousandths in 1. */
  static final int UNIT = 10_000;

  private static final long SEED = 9001;

  static Row of(Change change) {
    Signal signal = change.signal();
    Post post = signal.post();
    String channel = post.channel();
    return new Row(
        hash(signal.key() + "|" + change.at() + "|" + signal.textSha256()),
        hash(post.id()),
        hash(post.author()),
        channel == null ? 0 : nonZero((int) hash(post.platform() + "|" + channel)),
        (int) hash(post.platform()),
        signal.category(),
        (int) Math.round(signal.score() * UNIT),
        change.at(),
        change.known(),
        change.before(),
        change.until(),
        0,
        List.of());
  }

  /** The same as one rule sees it. */
  Row of(AlertRule rule, Signal signal) {
    if (rule.on().signs().isEmpty() && !rule.countsObservables()) {
      return this;
    }
    List<Integer> hashes =
        !rule.countsObservables()
            ? List.of()
            : signal.observables().stream()
                .filter(observable -> RuleSelection.named(rule.on(), observable))
                .map(observable -> (int) hash(observable.kind() + ":" + observable.value()))
                .distinct()
                .limit(MAX_OBSERVABLES)
                .toList();
    return new Row(
        version,
        post,
        author,
        channel,
        platform,
        category,
        score,
        at,
        known,
        before,
        until,
        Signs.of(rule, signal),
        hashes);
  }

  /** Whether it counts at the end of a window. */
  boolean standsAt(long end) {
    return !known && until >= end;
  }

  /** Both of what was told of one version. */
  Row and(Row other) {
    return new Row(
        version,
        post,
        author,
        channel,
        platform,
        category,
        score,
        at,
        known && other.known,
        Math.max(before, other.before),
        Math.min(until, other.until),
        signs,
        observables);
  }

  static long hash(String text) {
    return MurmurHash3.hash(text.getBytes(StandardCharsets.UTF_8), SEED)[0];
  }

  private static int nonZero(int hash) {
    return hash == 0 ? 1 : hash;
  }
}
