package org.tocsin.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Two hours of synthetic posts, told so that each rule of the starter pack is met or just missed;
 * what has to come of it stands in {@link StoryEnd}. Every account's name begins with {@link
 * #HANDLE}.
 */
final class Story {
  static final String HANDLE = "handle-";
  static final String QUIET = "The harbour market opens at nine.";
  static final String SHARE = "A notice says: save and share before they delete.";
  static final String SHARE_AND_OUTLET = SHARE + " It adds: our media wing released it.";
  static final String GRID = "Somebody claims we took down the power grid.";
  static final String WALLET = "Just dm me for the wallet.";

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  /** Less than the lateness of two minutes that {@code monitor} allows by default. */
  private static final long MOST_LATE_MS = 110_000;

  /** A record, when it happened, and when it comes. */
  record Told(String value, Instant at, Instant comes) {}

  private final List<Told> told = new ArrayList<>();
  private final Random random = new Random(1);

  private Story() {}

  /** An instant after noon. */
  static Instant at(int minute, int second) {
    return NOON.plusSeconds(minute * 60L + second);
  }

  /** All but what comes late, in order of coming: out of order by up to {@link #MOST_LATE_MS}. */
  static List<Told> untilOne() {
    Story story = new Story();
    story.sharing();
    story.grid();
    story.wallets();
    for (int minute = 0; minute < 60; minute++) {
      story.post("x:quiet" + minute, "olga", at(minute, 30), QUIET);
    }
    return story.told.stream().sorted(Comparator.comparing(Told::comes)).toList();
  }

  /** What moves the clock of a partition past one o'clock and the lateness. */
  static String five(int partition) {
    return line("x:five" + partition, "olga", at(65, 0), QUIET).json();
  }

  /** Of a window that has been evaluated by five past one. */
  static String late() {
    return line("x:late", "dora", at(8, 0), SHARE).json();
  }

  /** Of a window that stays open until the job is drained. */
  static List<String> afterFive() {
    return List.of(
        line("x:k1", "eva", at(66, 1), GRID).json(),
        line("x:k2", "fred", at(66, 2), GRID).json(),
        line("x:k3", "eva", at(66, 3), GRID).json());
  }

  private void sharing() {
    post("x:p1", "anna", at(1, 0), SHARE);
    post("bluesky:p2", "ben", at(2, 0), SHARE);
    post("x:p3", "anna", at(3, 0), SHARE);
    post("x:p3", "anna", at(3, 0), SHARE);
    post("x:p3", "anna", at(3, 0), SHARE);
    tell(
        line("mastodon:p4", "cara", at(4, 0), SHARE_AND_OUTLET).with("channel", "one.example"),
        at(4, 0));
    post("x:p5", "ben", at(5, 0), SHARE);
    tell(line("x:p5", "ben", at(5, 0), QUIET).with("editedAt", at(6, 0).toString()), at(6, 0));
    tell(line("x:p6", "dora", at(10, 0).minusMillis(1), SHARE).with("lang", "en-GB"), at(10, 0));
    // The next window, where one is not enough; a language that no entry speaks.
    post("x:p7", "anna", at(10, 0), SHARE);
    tell(line("x:p8", "anna", at(4, 30), SHARE).with("lang", "de"), at(4, 30));
  }

  private void grid() {
    // Deleted while its window was open: two are left, which is not enough.
    post("x:c1", "eva", at(1, 0), GRID);
    post("x:c2", "fred", at(2, 0), GRID);
    post("x:c3", "fred", at(3, 0), GRID);
    delete("x:c3", at(8, 0), at(8, 0));
    // Deleted after its window: it counts. Deleted in it, told before the post itself: it does not.
    post("x:c4", "eva", at(11, 0), GRID);
    post("x:c5", "fred", at(12, 0), GRID);
    post("bluesky:c6", "eva", at(13, 0), GRID);
    post("x:c7", "eva", at(14, 0), GRID);
    delete("x:c7", at(21, 0), at(21, 0));
    delete("x:c8", at(17, 0), at(17, 0));
    told.add(new Told(line("x:c8", "gus", at(16, 0), GRID).json(), at(16, 0), at(17, 30)));
    // Three posts of one account, where two accounts are asked for.
    post("x:c9", "eva", at(21, 0), GRID);
    post("x:c10", "eva", at(22, 0), GRID);
    post("x:c11", "eva", at(23, 0), GRID);
  }

  private void wallets() {
    post("x:f1", "gus", at(5, 0), WALLET);
    tell(
        line("mastodon:f2", "hana", at(25, 0), "@" + HANDLE + "nina: " + WALLET)
            .with("channel", "one.example"),
        at(25, 0));
    post("x:f3", "ivo", at(55, 0), WALLET);
    post("x:f4", "jane", at(30, 0), QUIET);
    tell(line("x:f4", "jane", at(30, 0), WALLET).with("editedAt", at(40, 0).toString()), at(40, 0));
  }

  private void post(String id, String account, Instant at, String text) {
    tell(line(id, account, at, text), at);
  }

  private void tell(PostLine line, Instant at) {
    told.add(new Told(line.json(), at, at.plus(Duration.ofMillis(random.nextLong(MOST_LATE_MS)))));
  }

  private void delete(String id, Instant at, Instant comes) {
    told.add(new Told(PostLine.deletion(id, at), at, comes));
  }

  private static PostLine line(String id, String account, Instant at, String text) {
    return new PostLine(id, HANDLE + account, at, text);
  }
}
