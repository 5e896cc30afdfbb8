package org.tocsin.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One filled example of every record. */
final class Events {
  static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  static final Post POST =
      new Post(
          "x:1",
          "x",
          "0f0f",
          "room",
          "text 🔥",
          "en",
          AT,
          AT.plusSeconds(60),
          AT.plusSeconds(61),
          List.of("https://example.org"),
          List.of("tag"),
          List.of("abcd"),
          "x:0",
          "x:9",
          List.of("image"));
  static final Match MATCH = new Match("e", "p@1", Category.HATE, 0, 4, "text", "exact", 0.5);
  static final Observable OBSERVABLE = new Observable("btc", "1abc", 0, 4, true);
  static final Signal SIGNAL =
      new Signal(
          POST,
          Category.HATE,
          0.5,
          true,
          Severity.P3,
          List.of("news"),
          List.of(MATCH),
          2,
          List.of(OBSERVABLE),
          7,
          "ff",
          "bundle",
          AT,
          List.of(new ContextEvidence("news", 0, 4, "text")),
          "c2tldGNo");
  static final Alert ALERT =
      new Alert(
          "id",
          1,
          Alert.Status.OPEN,
          "p@1/r",
          "Title",
          Map.of("category", "hate", "language", "en"),
          Severity.P2,
          AT,
          AT.plusSeconds(600),
          "5 posts",
          List.of(new Measure("posts", 5, 3)),
          5,
          4,
          1,
          0,
          AT,
          AT,
          List.of(Sample.of(SIGNAL)),
          List.of(OBSERVABLE),
          "bundle");
  static final Verdict VERDICT =
      new Verdict("id", Verdict.Decision.SNOOZED, null, AT, "analyst", AT, "note");
  static final DeadLetter DEAD_LETTER =
      DeadLetter.of("file:1", "parse", "not JSON", new byte[] {1, 2}, AT);

  static final List<Record> ALL =
      List.of(POST, OBSERVABLE, MATCH, SIGNAL, ALERT, VERDICT, DEAD_LETTER);

  private Events() {}
}
