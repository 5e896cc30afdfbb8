package org.tocsin.lexicons.pack;

/**
 * A mistake in a pack, with its place and what to do.
 *
 * @param file path within the pack folder's parent, such as {@code hate/entries-en.yaml}
 * @param line counted from 1
 * @param column counted from 1
 * @param message what is wrong: the offending value, what was expected, a hint
 */
public record Problem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return "%s:%d:%d: %s".formatted(file, line, column, message);
  }
}
