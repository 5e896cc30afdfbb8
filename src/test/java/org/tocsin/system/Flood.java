package org.tocsin.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Posts without end: the {@code i}-th is the same in every run, and what has to come of any number
 * of them is counted here, from what each one was made to be.
 *
 * <p>Windows come in threes: of the first a rule opens an alert, of the second it tells twice as
 * many posts, the third has too few and ends it.
 */
final class Flood {
  /** Between two posts, in event time: 300 posts fall into a window of ten minutes. */
  private static final Duration STEP = Duration.ofSeconds(2);

  private static final int IN_A_WINDOW = 300;
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final int ACCOUNTS = 7;

  /** A record of the posts topic. */
  record Line(int partition, Instant at, String value) {}

  /**
   * What has to come of the first posts.
   *
   * @param records all of them
   * @param quiet of these, those without any sign
   * @param signals keys
   * @param deadLetters how many
   * @param alerts {@code id revision status posts authors}
   */
  record End(int records, int quiet, Set<String> signals, int deadLetters, Set<String> alerts) {}

  private Flood() {}

  private enum Kind {
    QUIET,
    MALFORMED,
    SHARE,
    GRID
  }

  /** How often a sign comes in each window of three: every so many posts. */
  private static final int[] SHARES = {25, 12, 75};

  private static final int[] GRIDS = {60, 20, 150};

  private static Kind kind(int i) {
    int third = i / IN_A_WINDOW % 3;
    if (i % 100 == 7) {
      return Kind.MALFORMED;
    }
    if (i % SHARES[third] == 3) {
      return Kind.SHARE;
    }
    return i % GRIDS[third] == 11 ? Kind.GRID : Kind.QUIET;
  }

  private static Instant at(int i) {
    return START.plus(STEP.multipliedBy(i));
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
    String json = new PostLine(id(i), Story.HANDLE + i % ACCOUNTS, at(i), text).json();
    return kind(i) == Kind.MALFORMED ? json.substring(0, json.length() / 2) : json;
  }

  /** What has to come of posts {@code [0, to)} when the job is drained behind them. */
  static End end(int to) {
    Set<String> signals = new TreeSet<>();
    Windows shares = new Windows("starter@1/gathering|10:propaganda|2:en", 5, 3);
    Windows grids = new Windows("starter@1/attack-talk|5:cyber|2:en", 3, 2);
    int quiet = 0;
    int malformed = 0;
    for (int i = 0; i < to; i++) {
      switch (kind(i)) {
        case QUIET -> quiet++;
        case MALFORMED -> malformed++;
        case SHARE -> {
          signals.add(id(i) + "|propaganda");
          shares.count(i);
        }
        case GRID -> {
          signals.add(id(i) + "|cyber");
          grids.count(i);
        }
      }
    }
    Set<String> alerts = new TreeSet<>(shares.alerts());
    alerts.addAll(grids.alerts());
    return new End(to, quiet, signals, malformed, alerts);
  }

  /** The accounts of a rule's posts, by window. */
  private static final class Windows {
    private final String rule;
    private final int posts;
    private final int authors;
    private final TreeMap<Integer, List<Integer>> windows = new TreeMap<>();

    /** A rule that asks for so many. */
    Windows(String rule, int posts, int authors) {
      this.rule = rule;
      this.posts = posts;
      this.authors = authors;
    }

    void count(int i) {
      windows.computeIfAbsent(i / IN_A_WINDOW, w -> new ArrayList<>()).add(i % ACCOUNTS);
    }

    List<String> alerts() {
      List<String> alerts = new ArrayList<>();
      String id = "";
      int revision = 0;
      int[] told = {0, 0};
      int last = windows.isEmpty() ? -1 : windows.lastKey() + 1;
      for (int window = 0; window <= last; window++) {
        List<Integer> all = windows.getOrDefault(window, List.of());
        int[] now = {all.size(), Set.copyOf(all).size()};
        boolean holds = now[0] >= posts && now[1] >= authors;
        if (holds && revision == 0) {
          Instant start = at(window * IN_A_WINDOW);
          id = StoryEnd.sha256(rule + "|" + start).substring(0, 32);
          told = now;
          alerts.add("%s %d open %d %d".formatted(id, ++revision, now[0], now[1]));
        } else if (holds && (now[0] >= 2 * told[0] || now[1] >= 2 * told[1])) {
          told = now;
          alerts.add("%s %d updated %d %d".formatted(id, ++revision, now[0], now[1]));
        } else if (!holds && revision > 0) {
          alerts.add("%s %d resolved %d %d".formatted(id, ++revision, told[0], told[1]));
          revision = 0;
        }
      }
      return alerts;
    }
  }
}
