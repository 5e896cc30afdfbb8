package org.tocsin.jobs.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class DeadLetterReasonsTest {
  private final Map<String, Counter> counters = new HashMap<>();

  private final MetricGroup metrics =
      new UnregisteredMetricsGroup() {
        @Override
        public MetricGroup addGroup(String key, String value) {
          return new UnregisteredMetricsGroup() {
            @Override
            public Counter counter(String name) {
              return counters.computeIfAbsent(
                  key + "=" + value + " " + name, unused -> super.counter(name));
            }
          };
        }
      };

  @Test
  void label_isTheWordingWithoutTheValues() {
    assertThat(DeadLetterReasons.label("not valid JSON: Unexpected end"))
        .isEqualTo("not valid JSON");
    assertThat(DeadLetterReasons.label("missing required field 'text'"))
        .isEqualTo("missing required field");
    assertThat(DeadLetterReasons.label("id of 2000 characters")).isEqualTo("id of");
    assertThat(DeadLetterReasons.label("'x'")).isEqualTo("other");
    assertThat(DeadLetterReasons.label("")).isEqualTo("other");
    assertThat(DeadLetterReasons.label("a".repeat(99))).hasSize(40);
  }

  @Test
  void add_countsEachReason() {
    DeadLetterReasons reasons = new DeadLetterReasons(metrics);
    reasons.add("not valid JSON: a");
    reasons.add("not valid JSON: b");
    reasons.add("empty");
    assertThat(count("not valid JSON")).isEqualTo(2);
    assertThat(count("empty")).isEqualTo(1);
  }

  @Test
  void add_ofManyReasons_isBounded() {
    DeadLetterReasons reasons = new DeadLetterReasons(metrics);
    for (char c = 'a'; c <= 'z'; c++) {
      reasons.add("reason " + c);
    }
    assertThat(counters).hasSize(17);
    assertThat(count("other")).isEqualTo(10);
  }

  private long count(String reason) {
    return Objects.requireNonNull(counters.get("reason=" + reason + " deadLetters")).getCount();
  }
}
