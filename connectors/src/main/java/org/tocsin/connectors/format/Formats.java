package org.tocsin.connectors.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tocsin.events.DidYouMean;

/** The formats by the names that users give. */
public final class Formats {
  private static final String CSV = "csv";
  private static final String MASTODON_AT = "mastodon:";
  private static final Map<String, Supplier<PostFormat>> BY_NAME =
      new TreeMap<>(
          Map.of(
              "tocsin", TocsinFormat::new,
              "jsonl", JsonlFormat::new,
              "text", TextFormat::new,
              "bluesky", BlueskyFormat::new,
              "x", XFormat::new,
              "mastodon", MastodonFormat::new));

  private Formats() {}

  /** Every name that {@link #byName} takes, in order. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /**
   * The format of this name; {@code mastodon:HOST} is Mastodon as read from that instance. CSV
   * files need a mapping too: see {@link CsvFormat}.
   *
   * @throws IllegalArgumentException saying what the names are, when there is none such
   */
  public static PostFormat byName(String name) {
    if (name.startsWith(MASTODON_AT) && name.length() > MASTODON_AT.length()) {
      return new MastodonFormat(name.substring(MASTODON_AT.length()));
    }
    Supplier<PostFormat> format = BY_NAME.get(name);
    if (format != null) {
      return format.get();
    }
    if (name.equals(CSV)) {
      throw new IllegalArgumentException(
          "format 'csv' needs to know its columns, as in id=tweet id,text=tweet");
    }
    throw new IllegalArgumentException(
        "no format '%s'%s; there are %s, %s"
            .formatted(name, DidYouMean.hint(name, names()), String.join(", ", names()), CSV));
  }
}
