package org.tocsin.events;

import org.jspecify.annotations.Nullable;

/** A record that cannot be read; the message is the reason for its dead letter. */
public final class UnreadableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A reason that a person can act on, and what led to it. */
  public UnreadableRecordException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
