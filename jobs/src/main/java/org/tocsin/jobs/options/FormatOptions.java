package org.tocsin.jobs.options;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.CsvFormat;
import org.tocsin.connectors.format.Formats;
import org.tocsin.connectors.format.PostFormat;
import picocli.CommandLine.Option;

/** How posts are written. */
public final class FormatOptions {
  @Option(
      names = {"--format", "--input"},
      paramLabel = "FORMAT",
      description =
          "How posts are written: tocsin, jsonl, text (one post a line), bluesky, x, mastodon (or mastodon:HOST, the instance they were read from), csv.")
  @Nullable String format;

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "FIELD=COLUMN",
      description =
          "For csv: which column holds which field, as in id=tweet id,text=tweet. Fields: id, text, author, time, lang,"
              + " platform, channel.")
  Map<String, String> map = new LinkedHashMap<>();

  /**
   * The format asked for; mistakes are added to the list and a stand-in given back.
   *
   * @param absent when none is asked for; null when one has to be
   */
  public @Nullable PostFormat read(@Nullable String absent, List<String> mistakes) {
    String name = format == null ? absent : format;
    if (name == null) {
      mistakes.add("Missing --format: one of " + String.join(", ", Formats.names()) + ", csv");
      return null;
    }
    try {
      if (name.equals("csv")) {
        Map<CsvFormat.Field, String> columns = new EnumMap<>(CsvFormat.Field.class);
        map.forEach((field, column) -> columns.put(CsvFormat.Field.of(field), column));
        return new CsvFormat(columns);
      }
      if (!map.isEmpty()) {
        mistakes.add("--map goes with --format csv; the format is " + name);
      }
      return Formats.byName(name);
    } catch (IllegalArgumentException e) {
      mistakes.add("--format " + name + ": " + e.getMessage());
      return null;
    }
  }
}
