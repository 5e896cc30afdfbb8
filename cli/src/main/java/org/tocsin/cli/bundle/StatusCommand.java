package org.tocsin.cli.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.cluster.FlinkRest;
import org.tocsin.connectors.bundles.BundleHistory;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleManifest.Kind;
import org.tocsin.jobs.options.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which job runs which bundle and which watchlist. */
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
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    for (Kind kind : Kind.values()) {
      out.printf("newest %s publication: %d%n", kind.label(), newest(history, kind));
    }
    FlinkRest rest = new FlinkRest(flink);
    boolean good = true;
    for (JsonNode job : rest.jobs()) {
      String id = job.path("jid").asText();
      out.printf("%s  %s  %s%n", id, job.path("state").asText(), job.path("name").asText());
      boolean any = false;
      for (Kind kind : Kind.values()) {
        for (FlinkRest.Metric taken : rest.publications(id, kind)) {
          out.printf("  %s%n", line(history, kind, (long) taken.min(), (long) taken.max()));
          good &= taken.min() == newest(history, kind);
          any = true;
        }
      }
      if (!any) {
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

  private static long newest(BundleHistory history, Kind kind) {
    return history.newest(kind).map(BundleManifest::sequence).orElse(0L);
  }

  private static String line(BundleHistory history, Kind kind, long least, long most) {
    if (least != most) {
      return "%s: subtasks have taken publications %d to %d".formatted(kind.label(), least, most);
    }
    Optional<BundleManifest> manifest =
        history.publications().stream().filter(m -> m.sequence() == least).findFirst();
    return least == 0
        ? "%s: what it started with (publication 0)".formatted(kind.label())
        : "%s: publication %d, %s"
            .formatted(
                kind.label(),
                least,
                manifest.map(BundleManifest::digest).orElse("no longer listed"));
  }
}
