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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.connectors.bundles.BundleManifest.Kind;
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
    return find(path)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "%s%s is not there: is --flink the JobManager's REST address?"
                        .formatted(base, path)));
  }

  /** What is at a path; empty when Flink has nothing there. */
  Optional<JsonNode> find(String path) throws InterruptedException {
    URI uri = URI.create(base.toString().replaceAll("/+$", "") + path);
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 404) {
        return Optional.empty();
      }
      if (answer.statusCode() != 200) {
        throw new CommandFailedException("%s answers %d".formatted(uri, answer.statusCode()));
      }
      return Optional.of(JSON.readTree(answer.body()));
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailedException(
          "Flink at %s does not answer: check --flink, as in http://jobmanager:8081 (%s)"
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

  /** The newest of each name that has failed, unless one of that name is not over. */
  List<JsonNode> failedJobs() throws InterruptedException {
    Map<String, JsonNode> newest = new TreeMap<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      newest.merge(
          job.path("name").asText(), job, (one, other) -> ended(one) > ended(other) ? one : other);
    }
    return newest.values().stream()
        .filter(job -> job.path("state").asText().equals("FAILED"))
        .toList();
  }

  private static long ended(JsonNode job) {
    long time = job.path("end-time").asLong();
    return time < 0 ? Long.MAX_VALUE : time;
  }

  /** Which publication of a kind a job's subtasks have taken; nothing before they read a post. */
  public List<Metric> publications(String job, Kind kind) throws InterruptedException {
    return metrics(
        job, kind == Kind.LEXICON ? ".tocsin.bundlePublication" : ".tocsin.watchlistPublication");
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
