package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.jobs.alert.Rules.counts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Post;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.jobs.duplicates.Sketch;
import org.tocsin.jobs.duplicates.Sketcher;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

/** Copies of two texts among others: one alert for each text, whatever bands they meet in. */
@SuppressWarnings("try") // A harness's close may be interrupted; a test is not.
class CopiesTest {
  private static final Sketcher SKETCHER =
      new Sketcher(new PseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8)));
  private static final List<String> WORDS =
      List.of(
          "harbour",
          "bulletin",
          "neighbours",
          "evening",
          "lighthouse",
          "umbrella",
          "ferry",
          "market",
          "choir",
          "storm",
          "fishermen",
          "counter",
          "winter",
          "stone",
          "garden",
          "library",
          "engine",
          "window",
          "letter",
          "bridge",
          "season",
          "kitchen",
          "mountain",
          "carpet",
          "island",
          "teacher",
          "paper",
          "signal",
          "flower",
          "bottle");

  @Test
  void alerts_twoFamilies_areTwoInAnyOrder() throws Exception {
    Random random = new Random(3);
    List<Signal> posts = new ArrayList<>();
    for (int family = 0; family < 2; family++) {
      List<String> text = words(random);
      for (int copy = 0; copy < 8; copy++) {
        List<String> changed = new ArrayList<>(text);
        if (copy > 0) {
          changed.set(random.nextInt(changed.size()), "changed" + copy);
        }
        posts.add(post(family * 100 + copy, String.join(" ", changed)));
      }
    }
    for (int other = 0; other < 20; other++) {
      int of = other;
      List<String> text = words(random).stream().map(word -> word + of).toList();
      posts.add(post(1_000 + other, String.join(" ", text)));
    }
    Set<Set<Alert>> results = new HashSet<>();
    for (int order = 0; order < 3; order++) {
      Collections.shuffle(posts, random);
      try (Line line =
          new Line(
              new RuleBook(
                  List.of(
                      Rules.rule("r").by(GroupBy.NEAR_DUPLICATE).when(counts(null, 5)).build())),
              2)) {
        line.signals(posts.toArray(Signal[]::new));
        line.watermark(9_999);
        results.add(Set.copyOf(line.alerts()));
        line.watermark(Long.MAX_VALUE);
        assertThat(line.left()).isZero();
      }
    }

    assertThat(results).hasSize(1);
    assertThat(results.iterator().next())
        .hasSize(2)
        .allSatisfy(
            alert -> {
              assertThat(alert.authors()).isBetween(5, 8);
              assertThat(alert.group().get("near_duplicate")).matches("[0-9a-f]{16}");
              assertThat(alert.reason()).contains("repeated one text");
            });
  }

  private static List<String> words(Random random) {
    List<String> words = new ArrayList<>(WORDS);
    Collections.shuffle(words, random);
    return words.subList(0, 14);
  }

  private static Signal post(int number, String text) {
    Instant at = Instant.ofEpochMilli(number);
    Post post =
        new Post(
            "x:" + number,
            "x",
            "author" + number,
            null,
            text,
            "en",
            at,
            null,
            at,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of());
    Sketch sketch = SKETCHER.of(text);
    return new Signal(
        post,
        Category.HATE,
        0.5,
        true,
        Severity.P3,
        List.of(),
        List.of(),
        0,
        List.of(),
        0,
        Sha256.hex(text),
        "bundle",
        null,
        List.of(),
        sketch == null ? null : sketch.toString());
  }
}
