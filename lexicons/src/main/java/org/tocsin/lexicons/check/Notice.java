package org.tocsin.lexicons.check;

import org.tocsin.lexicons.pack.Problem;

/**
 * Something that a keeper should know of a pack.
 *
 * @param level whether the pack can be used all the same
 * @param problem what and where
 */
public record Notice(Level level, Problem problem) {
  /** How bad it is. */
  public enum Level {
    /** The pack cannot be used. */
    ERROR,
    /** The pack can be used; something in it is probably not meant. */
    WARNING
  }
}
