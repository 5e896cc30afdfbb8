package org.tocsin.cli.bundle;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleHistory;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What was published, the newest first. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Lists what was published and can be rolled back to, bundles and watchlists, the newest first.")
public final class ListCommand implements Callable<Integer> {
  @Mixin private BundleTarget target = new BundleTarget();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    BundleTopic topic = target.open(false);
    BundleHistory history = target.ask(topic::history);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    for (int i = history.publications().size() - 1; i >= 0; i--) {
      BundleManifest manifest = history.publications().get(i);
      out.println(line(manifest, state(manifest, history)));
    }
    if (history.publications().isEmpty()) {
      out.printf("nothing is published on %s%n", topic.name());
    }
    history.refused().forEach(reason -> out.println("refused: " + reason));
    out.flush();
    return 0;
  }

  private static String state(BundleManifest manifest, BundleHistory history) {
    if (history.active(manifest.kind()).filter(manifest::equals).isPresent()) {
      return "active";
    }
    return history.shadow().filter(manifest::equals).isPresent() ? "shadow" : "";
  }

  /** What was published, in a word. */
  static String noun(BundleManifest manifest) {
    return manifest.is(BundleManifest.Kind.LEXICON) ? "bundle" : "watchlist";
  }

  private static String line(BundleManifest manifest, String state) {
    return "%4d  %-6s  %-9s  %s  from %s  by %s%s"
        .formatted(
            manifest.sequence(),
            state,
            noun(manifest),
            manifest.digest(),
            manifest.effectiveAt(),
            manifest.by(),
            manifest.note() == null ? "" : "  " + manifest.note());
  }
}
