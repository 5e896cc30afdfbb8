package org.tocsin.lexicons.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What constants are called in pack files: lower case with hyphens, but for the severities, which
 * everybody writes as P0 to P3.
 */
final class EnumLabels {
  private EnumLabels() {}

  /** The labels of all constants, in their order. */
  static <E extends Enum<E>> List<String> of(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(EnumLabels::of).toList();
  }

  /** The constant of a label; null when there is none. */
  static <E extends Enum<E>> @Nullable E constant(Class<E> type, String label) {
    int at = of(type).indexOf(label);
    return at < 0 ? null : type.getEnumConstants()[at];
  }

  private static String of(Enum<?> constant) {
    String name = constant.name();
    return name.matches("P\\d") ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
