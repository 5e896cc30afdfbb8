package org.tocsin.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.jobs.options.CommandFailedException;

/** Reads Flink's REST interface; changes nothing there. */
public final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI base;

  /** Talks to a JobManager: {@code http://host:8081}. */
  public FlinkRest(URI base) {
    this.base = base;
  }

  /**
   * A metric of a vertex over all its subtasks.
   *
   * @param vertex its name
   * @param min of the subtasks
   * @param max of the subtasks
   * @param sum of the subtasks
   */
  public record Metric(String vertex, double min, double max, double sum) {}

  /**
   * What is at a path.
   *
   * @throws CommandFailedException when there is no answer, or none that is JSON
   */
  public JsonNode get(String path) throws InterruptedException {
    URI uri = URI.create(base.toString().replaceAll("/+$", "") + path);
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new CommandFailedException("%s answers %d".formatted(uri, answer.statusCode()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailedException(
          "Flink at %s does not answer: check --flink (%s)"
              .formatted(base, CommandFailedException.rootMessage(e)));
    }
  }

  /** Jobs that are not over, each with {@code jid}, {@code name} and {@code state}. */
  public List<JsonNode> jobs() throws InterruptedException {
    List<JsonNode> jobs = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("end-time").asLong() < 0) {
        jobs.add(job);
      }
    }
    return jobs;
  }

  /**
   * Every vertex's metrics whose names end like this, such as {@code .tocsin.bundlePublication}.
   */
  public List<Metric> metrics(String job, String ending) throws InterruptedException {
    List<Metric> metrics = new ArrayList<>();
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      String path =
          "/jobs/%s/vertices/%s/subtasks/metrics".formatted(job, vertex.path("id").asText());
      List<String> names = new ArrayList<>();
      get(path).forEach(metric -> names.add(metric.path("id").asText()));
      String wanted =
          names.stream()
              .filter(name -> name.endsWith(ending))
              .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
              .collect(Collectors.joining(","));
      if (!wanted.isEmpty()) {
        for (JsonNode metric : get(path + "?get=" + wanted)) {
          metrics.add(
              new Metric(
                  vertex.path("name").asText(),
                  metric.path("min").asDouble(),
                  metric.path("max").asDouble(),
                  metric.path("sum").asDouble()));
        }
      }
    }
    return metrics;
  }
}
