package org.tocsin.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Posts without end: the {@code i}-th is the same in every run, and what has to come of any number
 * of them is counted here, from what each one was made to be.
 */
final class Flood {
  /** Between two posts, in event time: 300 posts fall into a window of ten minutes. */
  private static final Duration STEP = Duration.ofSeconds(2);

  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(10);

  /** A record of the posts topic. */
  record Line(int partition, Instant at, String value) {}

  /**
   * What has to come of the first posts.
   *
   * @param records all of them
   * @param quiet of these, those without any sign
   * @param signals keys
   * @param deadLetters how many
   * @param alerts {@code id posts authors}
   */
  record End(int records, int quiet, Set<String> signals, int deadLetters, Set<String> alerts) {}

  private Flood() {}

  private enum Kind {
    QUIET,
    MALFORMED,
    SHARE,
    GRID
  }

  private static Kind kind(int i) {
    if (i % 100 == 7) {
      return Kind.MALFORMED;
    }
    if (i % 25 == 3) {
      return Kind.SHARE;
    }
    return i % 40 == 11 ? Kind.GRID : Kind.QUIET;
  }

  private static Instant at(int i) {
    return START.plus(STEP.multipliedBy(i));
  }

  private static String account(int i) {
    return Story.HANDLE + i % 7;
  }

  private static String id(int i) {
    return "x:n" + i;
  }

  /** Posts {@code [from, to)}; each partition has its own in order of time. */
  static List<Line> posts(int from, int to) {
    List<Line> posts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      posts.add(new Line(i % Topics.PARTITIONS, at(i), value(i)));
    }
    return posts;
  }

  private static String value(int i) {
    String text =
        switch (kind(i)) {
          case SHARE -> Story.SHARE;
          case GRID -> Story.GRID;
          default -> Story.QUIET;
        };
    String json = new PostLine(id(i), account(i), at(i), text).json();
    return kind(i) == Kind.MALFORMED ? json.substring(0, json.length() / 2) : json;
  }

  /** What has to come of posts {@code [0, to)} when the job is drained behind them. */
  static End end(int to) {
    Set<String> signals = new TreeSet<>();
    Map<String, List<String>> authors = new TreeMap<>();
    int quiet = 0;
    int malformed = 0;
    for (int i = 0; i < to; i++) {
      switch (kind(i)) {
        case QUIET -> quiet++;
        case MALFORMED -> malformed++;
        case SHARE -> {
          signals.add(id(i) + "|propaganda");
          count(authors, "starter@1/gathering|10:propaganda|2:en", i);
        }
        case GRID -> {
          signals.add(id(i) + "|cyber");
          count(authors, "starter@1/attack-talk|5:cyber|2:en", i);
        }
      }
    }
    Set<String> alerts = new TreeSet<>();
    authors.forEach(
        (episode, posts) -> {
          int distinct = Set.copyOf(posts).size();
          boolean gathering = episode.contains("gathering");
          if (posts.size() >= (gathering ? 5 : 3) && distinct >= (gathering ? 3 : 2)) {
            alerts.add(
                StoryEnd.sha256(episode).substring(0, 32) + " " + posts.size() + " " + distinct);
          }
        });
    return new End(to, quiet, signals, malformed, alerts);
  }

  private static void count(Map<String, List<String>> authors, String rule, int i) {
    long window = WINDOW.toMillis();
    Instant start = Instant.ofEpochMilli(at(i).toEpochMilli() / window * window);
    authors.computeIfAbsent(rule + "|" + start, unused -> new ArrayList<>()).add(account(i));
  }
}
