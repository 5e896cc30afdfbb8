package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a signal is a sign of. See {@code docs/topics.md} for what each is commonly mistaken for.
 */
public enum Category {
  HATE,
  PROPAGANDA,
  GLORIFICATION,
  RECRUITMENT,
  /** Planning and launching attacks. */
  INCITEMENT,
  FINANCING,
  ARMS,
  CYBER,
  /** Titles, hashes and URLs of manuals only; instructions are never stored. */
  INSTRUCTIONAL;

  /** The name in files and on topics: lower case. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The category of a label.
   *
   * @throws IllegalArgumentException for anything else than a lower-case category name
   */
  @JsonCreator
  public static Category of(String label) {
    return Labels.parse(Category.class, Category::label, label);
  }
}
