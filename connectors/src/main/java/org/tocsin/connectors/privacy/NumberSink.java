package org.tocsin.connectors.privacy;

import org.jspecify.annotations.Nullable;

/** Told where a private number stands. */
@FunctionalInterface
interface NumberSink {

  /**
   * A number.
   *
   * @param canonical the same for every spelling of it; null when it was too costly to read
   * @param start UTF-16 offset of its first unit
   * @param end offset after its last unit
   */
  void number(@Nullable String canonical, int start, int end);
}
