package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dashboards, alert rules and docs name only metrics that there are, and docs name them all. */
class MetricNamesTest {
  private static final String DASHBOARD = "flink-conf/monitoring/grafana-dashboard.json";
  private static final Pattern OURS =
      Pattern.compile("flink_\\w+_tocsin_(?:category_|reason_|severity_|platform_|bundle_)?(\\w+)");
  private static final Pattern FLINKS = Pattern.compile("\\bflink_(?:jobmanager|taskmanager)_\\w+");

  /** From Flink's and its Kafka connector's documentation of metrics. */
  private static final Set<String> KNOWN =
      Set.of(
          "flink_jobmanager_job_numRestarts",
          "flink_jobmanager_job_numberOfCompletedCheckpoints",
          "flink_jobmanager_job_lastCheckpointDuration",
          "flink_jobmanager_job_lastCheckpointSize",
          "flink_taskmanager_job_task_busyTimeMsPerSecond",
          "flink_taskmanager_job_task_operator_currentInputWatermark",
          "flink_taskmanager_job_task_operator_KafkaSourceReader_KafkaConsumer_records_lag_max");

  private static String read(String file) throws IOException {
    return Files.readString(Tree.ROOT.resolve(file));
  }

  private static Set<String> inCode() throws IOException {
    Pattern made =
        Pattern.compile(
            "(?:new (?:Source)?Tally\\(\\w+(?:\\(\\))?, |\\btally\\()\"(\\w+)\""
                + "|\\.counter\\(\"(\\w+)\"|(?:gauge|histogram)\\(\\s*\"(\\w+)\"");
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Tree.ROOT.resolve("jobs/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher match = made.matcher(Files.readString(file));
        while (match.find()) {
          for (int group = 1; group <= 3; group++) {
            if (match.group(group) != null) {
              names.add(match.group(group));
            }
          }
        }
      }
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {DASHBOARD, "flink-conf/monitoring/prometheus-rules.yaml"})
  void named_areInCode(String file) throws IOException {
    String text = read(file);
    Set<String> ours = new TreeSet<>();
    OURS.matcher(text).results().forEach(match -> ours.add(match.group(1)));
    assertThat(ours).isNotEmpty();
    assertThat(inCode()).containsAll(ours);
    Set<String> flinks = new TreeSet<>();
    FLINKS
        .matcher(text)
        .results()
        .map(match -> match.group())
        .filter(name -> !name.contains("_tocsin_"))
        .forEach(flinks::add);
    assertThat(KNOWN).containsAll(flinks);
  }

  @Test
  void dashboard_isJson() throws IOException {
    assertThat(new ObjectMapper().readTree(read(DASHBOARD)).path("panels")).hasSize(17);
  }

  @Test
  void docs_nameAll() throws IOException {
    String docs = read("docs/options.md");
    assertThat(inCode())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(docs).contains("`" + name + "`"));
  }
}
