package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;

/**
 * Posts that are meant to do harm. The bounds: a TaskManager of 640 MiB of heap, with its state in
 * it, lives through all of them and the job never fails; it would be over then.
 */
@Tag("poison")
@ExtendWith(WithCluster.class)
class PoisonTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int GROUPS = Integer.getInteger("tocsin.poison.groups", 100_000);
  private static final int BY_ONE = 50_000;
  private static final int HUGE = 10 << 20;
  private static final int HUGE_EVERY = 2_500;
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

  private final Random random = new Random(1);
  private final Set<String> signals = new HashSet<>();
  private int records;
  private int deadLetters;

  @Test
  void posts_thatAreMeantToDoHarm_areAllAccountedFor(Broker broker, FlinkCluster flink)
      throws Exception {
    try (Topics topics = Topics.create(broker, "poison");
        Job job =
            new Job(flink, broker.bootstrap(), topics, "poison", Tree.samplePacks("", rule()))) {
      topics.configure(Topics.POSTS, "max.message.bytes", Integer.toString(Topics.LARGEST));
      for (int i = 0; i < GROUPS + BY_ONE; i++) {
        boolean grouped = i < GROUPS;
        Instant at =
            START.plusMillis(
                grouped ? i * 500_000L / GROUPS : 600_000 + (i - GROUPS) * 500_000L / BY_ONE);
        post(topics, grouped ? "a" + i : "one", at, i % 100 == 7);
        if (i % HUGE_EVERY == 0) {
          huge(topics, i / HUGE_EVERY, at);
        }
      }
      topics.flush();

      long began = System.nanoTime();
      job.submit(2, null);
      Await.until(
          "all posts are read",
          PATIENCE,
          1_000,
          () -> topics.read("poison") == records,
          flink::tail);
      double seconds = (System.nanoTime() - began) / 1e9;
      job.stop("--drain");

      List<String> told = keys(topics, Topics.SIGNALS);
      assertThat(told).doesNotHaveDuplicates().hasSameSizeAs(signals);
      assertThat(new HashSet<>(told)).isEqualTo(signals);
      assertThat(keys(topics, Topics.DEAD_LETTERS)).doesNotHaveDuplicates().hasSize(deadLetters);
      assertThat(topics.committed(Topics.LATE_POSTS)).isEmpty();
      assertThat(topics.committed(Topics.ALERTS)).hasSizeBetween(4, 20);
      for (var alert : topics.committed(Topics.ALERTS)) {
        assertThat(Json.read(alert.value(), Alert.class).posts()).isPositive();
      }
      System.out.printf(
          "%,d records, %,d groups, %,d posts of one account: %.1f s from submission, %,d records/s,"
              + " %,d MiB at most%n",
          records, GROUPS, BY_ONE, seconds, (long) (records / seconds), flink.mostMemory());
    }
  }

  private static String rule() {
    return """

      - id: twice
        title: One account twice
        on: {categories: [propaganda]}
        group_by: [author]
        window: 10m
        when: {posts: 2}
        severity: P3
        status: active
    """;
  }

  private void post(Topics topics, String account, Instant at, boolean malformed) {
    String id = "x:n" + records;
    String json = new PostLine(id, account, at, Story.SHARE).json();
    if (malformed) {
      deadLetters++;
    } else {
      signals.add(id + "|propaganda");
    }
    pour(topics, at, bytes(malformed ? json.substring(0, json.length() / 2) : json));
  }

  /** Too long, or nothing that can be read. */
  private void huge(Topics topics, int i, Instant at) {
    String post = new PostLine("x:huge" + i, "huge", at, "TEXT").json();
    byte[] value =
        switch (i % 6) {
          case 0 -> bytes(post.replace("TEXT", letters()));
          case 1 -> bytes(post.replace("TEXT", "a".repeat(HUGE)));
          case 2 -> bytes(post.replace("TEXT", "a ".repeat(HUGE / 2)));
          case 3 -> bytes("[".repeat(HUGE));
          case 4 -> bytes(post.replace("\"TEXT\"", "{\"a\":".repeat(HUGE / 5)));
          default -> invalid(post);
        };
    deadLetters++;
    pour(topics, at, value);
  }

  private String letters() {
    return random
        .ints(HUGE, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** A byte that is none of UTF-8. */
  private static byte[] invalid(String post) {
    byte[] bytes = bytes(post);
    bytes[post.indexOf("TEXT")] = (byte) 0xFF;
    return bytes;
  }

  private void pour(Topics topics, Instant at, byte[] value) {
    topics.pour(records++ % Topics.PARTITIONS, at, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> keys(Topics topics, String kind) {
    return topics.committed(kind).stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }
}
