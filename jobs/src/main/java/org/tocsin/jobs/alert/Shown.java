package org.tocsin.jobs.alert;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Sample;
import org.tocsin.events.Signal;

/** A post that an alert may show. Immutable. */
final class Shown {
  /** The most matches that a sample keeps; the first ones in the text. */
  static final int MAX_MATCHES = 20;

  /** The same for every order of arrival. */
  static final Comparator<Shown> STRONGEST_FIRST =
      Comparator.comparingDouble((Shown shown) -> shown.sample().score())
          .reversed()
          .thenComparing(shown -> shown.sample().at())
          .thenComparing(shown -> shown.sample().postId())
          .thenComparingLong(Shown::version);

  private final Sample sample;
  private final long version;
  private final long until;
  private final String bundle;
  private final @Nullable String textSketch;
  private byte @Nullable [] written;

  /**
   * A post.
   *
   * @param sample what is shown
   * @param version as in {@link Row}
   * @param until when it ended, epoch milliseconds
   * @param bundle digest of the bundle that matched
   * @param textSketch what copies of its text are found by; null where there is none
   */
  Shown(Sample sample, long version, long until, String bundle, @Nullable String textSketch) {
    this.sample = sample;
    this.version = version;
    this.until = until;
    this.bundle = bundle;
    this.textSketch = textSketch;
  }

  static Shown of(Row row, Signal signal) {
    Sample sample = Sample.of(signal);
    if (sample.matches().size() > MAX_MATCHES) {
      sample = sample.withMatches(sample.matches().subList(0, MAX_MATCHES));
    }
    return new Shown(sample, row.version(), row.until(), signal.bundle(), signal.textSketch());
  }

  Sample sample() {
    return sample;
  }

  long version() {
    return version;
  }

  long until() {
    return until;
  }

  String bundle() {
    return bundle;
  }

  @Nullable String textSketch() {
    return textSketch;
  }

  boolean standsAt(long end) {
    return until >= end;
  }

  /** The same post with the earlier of both ends. */
  Shown and(Shown other) {
    return other.until < until ? other : this;
  }

  /** As {@link ShownCodec} writes it: once, for a post is shown by many groups. */
  byte[] written() {
    byte[] bytes = written;
    if (bytes == null) {
      bytes = ShownCodec.write(this);
      written = bytes;
    }
    return bytes;
  }
}
