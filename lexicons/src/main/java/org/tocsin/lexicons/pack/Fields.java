package org.tocsin.lexicons.pack;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.DidYouMean;
import org.tocsin.lexicons.pack.YamlNode.Items;
import org.tocsin.lexicons.pack.YamlNode.Keyed;
import org.tocsin.lexicons.pack.YamlNode.Mapping;
import org.tocsin.lexicons.pack.YamlNode.Scalar;

/**
 * Typed access to a mapping of a pack file. Every mistake is told as a problem and a harmless
 * stand-in given back, so that one pass finds them all; a pack with problems is never used. {@link
 * #close()} tells the keys that nobody asked for.
 */
final class Fields implements AutoCloseable {
  private final String file;
  private final List<Problem> problems;
  private final Map<String, Keyed> entries;
  private final int line;
  private final int column;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(String file, YamlNode node, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
    this.line = node.line();
    this.column = node.column();
    if (node instanceof Mapping mapping) {
      entries = mapping.entries();
    } else {
      entries = Map.of();
      problem(node, "expected a mapping of keys to values, found " + node.kind());
    }
  }

  /** A text that has to be there and not be blank. */
  String text(String key) {
    String text = textOr(key, "");
    if (text.isBlank() && entries.containsKey(key)) {
      problem(value(key), "'%s' is empty: expected a text".formatted(key));
    } else if (text.isBlank()) {
      problems.add(new Problem(file, line, column, "missing '%s'".formatted(key)));
    }
    return text;
  }

  /** A text, or this when it is not there. */
  String textOr(String key, String absent) {
    YamlNode node = value(key);
    if (node == null) {
      return absent;
    }
    if (node instanceof Scalar scalar) {
      return scalar.text();
    }
    problem(node, "'%s' is %s: expected a text".formatted(key, node.kind()));
    return absent;
  }

  /** One text or a list of them; this when it is not there. */
  List<String> textsOr(String key, List<String> absent) {
    YamlNode node = value(key);
    if (node == null) {
      return absent;
    }
    List<String> texts = new ArrayList<>();
    for (YamlNode item : node instanceof Items items ? items.items() : List.of(node)) {
      if (item instanceof Scalar scalar && !scalar.text().isBlank()) {
        texts.add(scalar.text());
      } else {
        problem(item, "'%s' holds %s: expected texts".formatted(key, item.kind()));
      }
    }
    return texts;
  }

  /** One of a fixed set of labels. */
  <E extends Enum<E>> @Nullable E label(String key, Class<E> type, @Nullable E absent) {
    if (value(key) == null && absent == null) {
      text(key);
      return null;
    }
    return value(key) == null ? absent : parsed(key, textOr(key, ""), type);
  }

  /** A list of labels. */
  <E extends Enum<E>> List<E> labelsOr(String key, Class<E> type, List<E> absent) {
    if (value(key) == null) {
      return absent;
    }
    List<E> labels = new ArrayList<>();
    for (String text : textsOr(key, List.of())) {
      E label = parsed(key, text, type);
      if (label != null) {
        labels.add(label);
      }
    }
    return labels;
  }

  private <E extends Enum<E>> @Nullable E parsed(String key, String text, Class<E> type) {
    E constant = EnumLabels.constant(type, text);
    if (constant == null) {
      List<String> names = EnumLabels.of(type);
      problem(
          value(key),
          "'%s' is '%s': expected one of %s%s"
              .formatted(key, text, String.join(", ", names), DidYouMean.hint(text, names)));
    }
    return constant;
  }

  /** A number in a range. */
  double numberOr(String key, double absent, double least, double most) {
    return converted(
        key,
        absent,
        "a number from %s to %s".formatted(plain(least), plain(most)),
        text -> {
          double number = Double.parseDouble(text);
          return number >= least && number <= most ? number : null;
        });
  }

  /** {@code true} or {@code false}; false when it is not there. */
  boolean flag(String key) {
    return converted(
        key,
        false,
        "true or false",
        text -> List.of("true", "false").contains(text) ? Boolean.valueOf(text) : null);
  }

  /** A whole number of at least so much, or null when it is not there. */
  @Nullable Integer wholeOrNull(String key, int least) {
    int whole =
        converted(
            key,
            least - 1,
            "a whole number of at least " + least,
            text -> {
              int number = Integer.parseInt(text);
              return number >= least ? number : null;
            });
    return whole < least ? null : whole;
  }

  /** A whole number of at least 1, or null when it is not there. */
  @Nullable Integer countOrNull(String key) {
    return wholeOrNull(key, 1);
  }

  /** A date. */
  LocalDate date(String key) {
    if (value(key) == null) {
      text(key);
      return LocalDate.EPOCH;
    }
    return converted(key, LocalDate.EPOCH, "a date such as 2026-11-24", LocalDate::parse);
  }

  /** A positive duration such as {@code 90s}, {@code 10m}, {@code 1h} or {@code 1d}. */
  Duration duration(String key) {
    if (value(key) == null) {
      text(key);
      return Duration.ofSeconds(1);
    }
    return converted(
        key, Duration.ofSeconds(1), "a duration such as 90s, 10m, 1h or 1d", Durations::parse);
  }

  private <T> T converted(
      String key, T absent, String expected, Function<String, @Nullable T> convert) {
    YamlNode node = value(key);
    if (node == null) {
      return absent;
    }
    String text = textOr(key, "");
    try {
      T value = convert.apply(text);
      if (value != null) {
        return value;
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // Told below, in the words of the person who wrote it.
    }
    problem(node, "'%s' is '%s': expected %s".formatted(key, text, expected));
    return absent;
  }

  /** The mappings of a list. */
  List<Fields> mappings(String key) {
    YamlNode node = value(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Items items) {
      return items.items().stream().map(item -> new Fields(file, item, problems)).toList();
    }
    problem(node, "'%s' is %s: expected a list".formatted(key, node.kind()));
    return List.of();
  }

  /** A mapping that has to be there. */
  Fields mapping(String key) {
    YamlNode node = value(key);
    if (node == null) {
      problems.add(new Problem(file, line, column, "missing '%s'".formatted(key)));
    }
    return new Fields(file, node == null ? new Mapping(Map.of(), line, column) : node, problems);
  }

  /** Tells a problem when this key's text was seen before; {@code seen} remembers where. */
  void unique(String key, Map<String, String> seen) {
    String text = textOr(key, "");
    YamlNode node = value(key);
    String earlier = node == null ? null : seen.putIfAbsent(text, file + ":" + node.line());
    if (earlier != null) {
      problem(node, "%s '%s' stands already at %s: each is unique".formatted(key, text, earlier));
    }
  }

  /** Whether a key is there. */
  boolean has(String key) {
    return value(key) != null;
  }

  /** Where the mapping stands. */
  Place place() {
    return new Place(file, line, column);
  }

  /** Where the value of a key stands; the mapping itself when the key is not there. */
  Place placeOf(String key) {
    YamlNode node = value(key);
    return node == null ? place() : new Place(file, node.line(), node.column());
  }

  /** Where each item of a key's list stands, or its one value. */
  List<Place> placesOf(String key) {
    return value(key) instanceof Items items
        ? items.items().stream().map(item -> new Place(file, item.line(), item.column())).toList()
        : List.of(placeOf(key));
  }

  /** Tells a problem at the value of a key, or at the mapping itself when the key is not there. */
  void problemAt(String key, String message) {
    problem(value(key), message);
  }

  private void problem(@Nullable YamlNode node, String message) {
    problems.add(
        new Problem(
            file,
            node == null ? line : node.line(),
            node == null ? column : node.column(),
            message));
  }

  private @Nullable YamlNode value(String key) {
    known.add(key);
    Keyed keyed = entries.get(key);
    return keyed == null ? null : keyed.value();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** Tells every key that was never asked for. */
  @Override
  public void close() {
    entries.forEach(
        (key, keyed) -> {
          if (!known.contains(key)) {
            problems.add(
                new Problem(
                    file,
                    keyed.line(),
                    keyed.column(),
                    "unknown key '%s': expected %s%s"
                        .formatted(
                            key,
                            known.stream().collect(Collectors.joining(", ")),
                            DidYouMean.hint(key, known))));
          }
        });
  }
}
