package org.tocsin.cli.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.cluster.FlinkRest;
import org.tocsin.connectors.bundles.BundleHistory;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which job runs which bundle. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says which running job has taken which publication.",
      "The exit code is 1 when one has not taken the newest: it is behind, or has refused it."
    })
public final class StatusCommand implements Callable<Integer> {
  @Mixin private BundleTarget target = new BundleTarget();

  @Option(
      names = "--flink",
      required = true,
      paramLabel = "URL",
      description = "Flink's REST address, as http://jobmanager:8081.")
  private URI flink = URI.create("http://localhost:8081");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    BundleHistory history = target.ask(target.open(false)::history);
    long newest =
        history.publications().stream().mapToLong(BundleManifest::sequence).max().orElse(0);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("newest publication: %d%n", newest);
    FlinkRest rest = new FlinkRest(flink);
    boolean good = true;
    for (JsonNode job : rest.jobs()) {
      String id = job.path("jid").asText();
      out.printf("%s  %s  %s%n", id, job.path("state").asText(), job.path("name").asText());
      List<FlinkRest.Metric> taken = rest.metrics(id, ".tocsin.bundlePublication");
      for (FlinkRest.Metric metric : taken) {
        out.printf("  %s%n", line(history, (long) metric.min(), (long) metric.max()));
        good &= metric.min() == newest;
      }
      if (taken.isEmpty()) {
        out.println("  no bundle: it has read no post yet, or is no job of Tocsin");
      }
      double refused =
          rest.metrics(id, ".tocsin.bundlesRefused").stream()
              .mapToDouble(FlinkRest.Metric::max)
              .sum();
      if (refused > 0) {
        out.printf("  has refused %.0f publications since it started; its log says why%n", refused);
      }
    }
    out.flush();
    return good ? 0 : CommandRunner.FAILURE;
  }

  private static String line(BundleHistory history, long least, long most) {
    if (least != most) {
      return "subtasks have taken publications %d to %d".formatted(least, most);
    }
    Optional<BundleManifest> manifest =
        history.publications().stream().filter(m -> m.sequence() == least).findFirst();
    return least == 0
        ? "what it started with (publication 0)"
        : "publication %d, bundle %s"
            .formatted(least, manifest.map(BundleManifest::digest).orElse("no longer listed"));
  }
}
