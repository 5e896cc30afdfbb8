package org.tocsin.lexicons.pack;

/**
 * Where something stands in the files of a pack.
 *
 * @param file path within the pack folder's parent, such as {@code starter/entries.yaml}
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(String file, int line, int column) {
  /** A problem here. */
  public Problem problem(String message) {
    return new Problem(file, line, column, message);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
