package org.tocsin.connectors.format;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.connectors.file.Framing;
import org.tocsin.events.DidYouMean;
import org.tocsin.events.Pseudonyms;

/**
 * CSV files with a header row (RFC 4180, UTF-8), by a mapping of their columns.
 *
 * <p>The framing makes one JSON object of each row, in the field names of {@link JsonlFormat}, and
 * the reader reads that: a dead letter of a CSV file holds this form. Blanks around column names do
 * not count; an empty cell is an absent value, except for the text. A row that is not CSV, because
 * its quotes do not pair, is refused with its first line as it stands, and reading goes on with the
 * next line. Bytes that are not UTF-8 become U+FFFD.
 */
public final class CsvFormat implements PostFormat {
  private static final long serialVersionUID = 1L;

  /** What a column can hold. */
  public enum Field {
    /** The id, kept as it is written. */
    ID("id"),
    /** The text; the one that must be mapped. */
    TEXT("text"),
    /** The account that posted. */
    AUTHOR("author"),
    /**
     * When: {@code 2026-03-01T12:00:00Z}, {@code 2026-03-01 12:00:00} as UTC, epoch seconds or
     * milliseconds.
     */
    TIME("createdAt"),
    /** BCP-47 language tag. */
    LANG("lang"),
    /** Where it was posted; {@code csv} when no column says it. */
    PLATFORM("platform"),
    /** Group, room or instance. */
    CHANNEL("channel");

    private final String jsonName;

    Field(String jsonName) {
      this.jsonName = jsonName;
    }

    /** The name in the framed JSON. */
    String jsonName() {
      return jsonName;
    }

    /** The name that users give: {@code id}, {@code text}, {@code time}, ... */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The field of this {@link #label}.
     *
     * @throws IllegalArgumentException saying what the labels are, when there is none such
     */
    public static Field of(String label) {
      List<String> labels = Arrays.stream(values()).map(Field::label).toList();
      int index = labels.indexOf(label);
      if (index < 0) {
        throw new IllegalArgumentException(
            "no field '%s'%s to map a column to; there are %s"
                .formatted(label, DidYouMean.hint(label, labels), String.join(", ", labels)));
      }
      return values()[index];
    }
  }

  private final EnumMap<Field, String> columns;

  /**
   * CSV with these columns, by their names in the header row. Opening a file without one of them
   * fails with a {@link MissingColumnException}.
   *
   * @throws IllegalArgumentException when no column holds the text
   */
  public CsvFormat(Map<Field, String> columns) {
    if (!columns.containsKey(Field.TEXT)) {
      throw new IllegalArgumentException(
          "no column is mapped to 'text': name the one that holds the posts, as in text=tweet");
    }
    this.columns = new EnumMap<>(columns);
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public Framing framing() {
    return new CsvFraming(columns);
  }

  @Override
  public PostReader newReader(Pseudonyms pseudonyms) {
    return new CsvPostReader(pseudonyms, columns);
  }
}
