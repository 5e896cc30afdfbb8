package org.tocsin.events;

import org.jspecify.annotations.Nullable;

/** Checks of record components, worded for the person who reads the dead letter. */
final class Required {
  private Required() {}

  static <T> T field(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("missing required field '" + name + "'");
    }
    return value;
  }
}
