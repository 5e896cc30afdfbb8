package org.tocsin.connectors.topic;

/**
 * Something about topics or brokers that a person should know.
 *
 * @param level whether a job can run nevertheless
 * @param message what was found, what was expected, and what to do
 */
public record TopicFinding(Level level, String message) {

  /** How bad it is. */
  public enum Level {
    /** A job would run and do less well than it could. */
    WARNING,
    /** A job would fail, or lose records. */
    ERROR
  }

  /** Something that a job would fail by. */
  public static TopicFinding error(String message) {
    return new TopicFinding(Level.ERROR, message);
  }

  /** Something that could be better. */
  public static TopicFinding warning(String message) {
    return new TopicFinding(Level.WARNING, message);
  }
}
