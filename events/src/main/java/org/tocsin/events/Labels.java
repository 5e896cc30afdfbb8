package org.tocsin.events;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads enum constants from the labels that they have in files and on topics. */
final class Labels {
  private Labels() {}

  static <E extends Enum<E>> E parse(Class<E> type, Function<E, String> label, String text) {
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (label.apply(constant).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not one of %s"
            .formatted(
                text, Arrays.stream(constants).map(label).collect(Collectors.joining(", "))));
  }
}
