package org.tocsin.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleManifest.Kind;

/** Looks whether jobs run what was published last. */
final class BundleDoctor {
  private final FlinkRest rest;
  private final Report report;

  BundleDoctor(FlinkRest rest, Report report) {
    this.rest = rest;
    this.report = report;
  }

  /**
   * Reports.
   *
   * @param published the newest publication of each kind, of which there may be none
   */
  void examine(Function<Kind, Optional<BundleManifest>> published) throws InterruptedException {
    for (Kind kind : Kind.values()) {
      long newest = published.apply(kind).map(BundleManifest::sequence).orElse(0L);
      for (JsonNode job : rest.jobs()) {
        String id = job.path("jid").asText();
        for (FlinkRest.Metric taken : rest.publications(id, kind)) {
          compare("job %s".formatted(id), kind.label(), taken, newest);
        }
      }
    }
  }

  private void compare(String job, String kind, FlinkRest.Metric taken, long newest) {
    if (taken.max() > newest) {
      report.warn(
          ("%s: a subtask has %s publication %.0f, the newest on the topic is %d: is it the job's"
                  + " topic (--topic-prefix, --topic bundles=NAME), or was it made anew?")
              .formatted(job, kind, taken.max(), newest));
      return;
    }
    report.expect(
        taken.min() == newest,
        newest == 0
            ? "%s: no %s has been published, it runs what it started with".formatted(job, kind)
            : "%s has taken the newest %s, publication %d".formatted(job, kind, newest),
        ("%s: a subtask has %s publication %.0f, the newest is %d: just published, or"
                + " refused; ./tocsin bundle status, and the TaskManager's log")
            .formatted(job, kind, taken.min(), newest));
  }
}
