package org.tocsin.jobs.detect;

import org.jspecify.annotations.Nullable;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Signal;

/**
 * What became of a record, or of a part of it. A post gives one {@code POST}, whatever was found in
 * it, so that quiet posts move the event time too; then one {@code SIGNAL} for each category.
 *
 * @param kind which of the fields are set
 * @param at event time, epoch milliseconds; {@link #NO_TIME} for what has none
 * @param postId of a retraction
 * @param signal of a signal
 * @param deadLetter of a dead letter
 * @param seen of a post
 */
public record Outcome(
    Kind kind,
    long at,
    @Nullable String postId,
    @Nullable Signal signal,
    @Nullable DeadLetter deadLetter,
    @Nullable PostSeen seen) {

  /** Before all event time: moves no watermark. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** What can become of a record. */
  public enum Kind {
    POST,
    SIGNAL,
    RETRACTION,
    NOT_A_POST,
    DEAD_LETTER
  }

  static Outcome post(PostSeen seen) {
    return new Outcome(Kind.POST, seen.at(), null, null, null, seen);
  }

  static Outcome signal(Signal signal) {
    return new Outcome(
        Kind.SIGNAL, signal.post().versionAt().toEpochMilli(), null, signal, null, null);
  }

  static Outcome retraction(String postId, long at) {
    return new Outcome(Kind.RETRACTION, at, postId, null, null, null);
  }

  static Outcome notAPost() {
    return new Outcome(Kind.NOT_A_POST, NO_TIME, null, null, null, null);
  }

  static Outcome deadLetter(DeadLetter letter) {
    return new Outcome(Kind.DEAD_LETTER, NO_TIME, null, null, letter, null);
  }
}
