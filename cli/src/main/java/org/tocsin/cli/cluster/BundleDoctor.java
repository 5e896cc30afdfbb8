package org.tocsin.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import org.tocsin.connectors.bundles.BundleHistory;
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

  /** Reports. */
  void examine(BundleHistory history) throws InterruptedException {
    for (Kind kind : Kind.values()) {
      long newest = history.newest(kind).map(BundleManifest::sequence).orElse(0L);
      for (JsonNode job : rest.jobs()) {
        String id = job.path("jid").asText();
        for (FlinkRest.Metric taken : rest.publications(id, kind)) {
          report.expect(
              taken.min() == newest,
              "job %s has taken the newest %s, publication %d".formatted(id, kind.label(), newest),
              ("job %s: a subtask has %s publication %.0f, the newest is %d: just published, or"
                      + " refused; ./tocsin bundle status, and the TaskManager's log")
                  .formatted(id, kind.label(), taken.min(), newest));
        }
      }
    }
  }
}
