package org.tocsin.lexicons.observable;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.events.Observable;

/** What an extractor finds, in short. */
final class Finds {
  private static final ObservableExtractor EXTRACTOR = new ObservableExtractor();

  private Finds() {}

  static List<Observable> in(String text) {
    List<Observable> found = new ArrayList<>();
    EXTRACTOR.extract(text, found::add);
    return found;
  }

  /** {@code kind value} of each. */
  static List<String> named(String text) {
    return in(text).stream().map(found -> found.kind() + " " + found.value()).toList();
  }

  /** The surfaces that the spans cut out of the text. */
  static List<String> surfaces(String text) {
    return in(text).stream().map(found -> text.substring(found.start(), found.end())).toList();
  }
}
