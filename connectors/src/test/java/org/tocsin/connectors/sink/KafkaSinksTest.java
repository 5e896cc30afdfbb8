package org.tocsin.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Json;
import org.tocsin.events.Match;
import org.tocsin.events.Post;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;

class KafkaSinksTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private static ProducerRecord<byte[], byte[]> written(Signal signal) {
    return new KafkaSinks.JsonRecords<>("t", Signal::key).record(signal);
  }

  private static Signal signal() {
    Post post =
        new Post(
            "x:1", "x", "0f", null, "text", "en", AT, null, AT, List.of(), List.of(), List.of(),
            null, null, List.of());
    Match match = new Match("e", "p@1", Category.HATE, 0, 4, "text", "exact", 0.5);
    return new Signal(
        post,
        Category.HATE,
        0.5,
        true,
        Severity.P3,
        List.of(),
        List.of(match),
        0,
        List.of(),
        0,
        "ab",
        "digest",
        null,
        List.of(),
        null);
  }

  @Test
  void record_hasItsKeyAndSaysItsSchemaAndBundle() throws Exception {
    ProducerRecord<byte[], byte[]> record = written(signal());
    assertThat(record.key()).asString(StandardCharsets.UTF_8).isEqualTo("x:1|hate");
    assertThat(record.headers().lastHeader("schema").value())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("Signal");
    assertThat(record.headers().lastHeader("bundle").value())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("digest");
    assertThat(Json.read(record.value(), Signal.class)).isEqualTo(signal());
  }

  @Test
  void record_hasNoTimeOfItsOwn() {
    // Or retention by time would delete alerts about old posts at once.
    assertThat(written(signal()).timestamp()).isNull();
  }

  @Test
  void deadLetter_comesOfNoBundle() {
    DeadLetter letter =
        DeadLetter.of("t-0@1", "parse", "why", "raw".getBytes(StandardCharsets.UTF_8), AT);
    ProducerRecord<byte[], byte[]> record =
        new KafkaSinks.JsonRecords<>("t", DeadLetter::origin).record(letter);
    assertThat(record.headers().lastHeader("bundle")).isNull();
    assertThat(record.headers().lastHeader("schema")).isNotNull();
  }
}
