package org.tocsin.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.cli.demo.TimedRecords.Timed;
import org.tocsin.connectors.format.Formats;

class TimedRecordsTest {
  @Test
  void read_newestFirst_isSortedAndWhatHasNoTimeFollowsItsNeighbour(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("posts.jsonl");
    Files.write(
        file,
        List.of(
            "{\"text\":\"c\",\"createdAt\":\"2026-03-01T12:00:03Z\"}",
            "broken",
            "{\"text\":\"a\",\"createdAt\":\"2026-03-01T12:00:01Z\"}",
            "{\"text\":\"b\",\"createdAt\":\"2026-03-01T12:00:02Z\"}"));
    List<Timed> records = TimedRecords.read(file, Formats.byName("jsonl"));
    assertThat(records)
        .extracting(
            record ->
                new String(record.raw().bytes(), StandardCharsets.UTF_8)
                    .replaceAll(".*text\":\"(.).*", "$1"))
        .containsExactly("a", "b", "c", "broken");
    assertThat(records.get(0).at()).isEqualTo(Instant.parse("2026-03-01T12:00:01Z").toEpochMilli());
  }
}
