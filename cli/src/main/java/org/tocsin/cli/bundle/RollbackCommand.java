package org.tocsin.cli.bundle;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleHistory;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleManifest.Kind;
import org.tocsin.connectors.bundles.BundlePublisher;
import org.tocsin.connectors.bundles.BundleRefusedException;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.jobs.options.CommandFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes again what was published before. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Publishes an earlier bundle or watchlist again: a publication like any other.")
public final class RollbackCommand implements Callable<Integer> {
  @Mixin private BundleTarget target = new BundleTarget();

  @Option(
      names = "--to",
      paramLabel = "N",
      description = "Which publication (bundle list). Default: the one before the active one.")
  private @Nullable Long to;

  @Option(names = "--watchlist", description = "Without --to: a watchlist, not a bundle.")
  private boolean watchlist;

  @Mixin private TermsOptions terms = new TermsOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    BundleTopic topic = target.open(false);
    BundleManifest earlier = earlier(target.ask(topic::history));
    try {
      BundleManifest published =
          target.ask(() -> new BundlePublisher(topic).rollback(earlier, terms.terms(false)));
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      out.printf(
          "publication %d: %s %s again, as in publication %d; matches posts from %s on%n",
          published.sequence(),
          ListCommand.noun(published),
          published.digest(),
          earlier.sequence(),
          published.effectiveAt());
      out.flush();
      return 0;
    } catch (BundleRefusedException e) {
      throw new CommandFailedException(
          e.getMessage() + System.lineSeparator() + "nothing is published");
    }
  }

  private BundleManifest earlier(BundleHistory history) {
    List<BundleManifest> all = history.publications();
    if (to != null) {
      return all.stream()
          .filter(manifest -> manifest.sequence() == to)
          .findFirst()
          .orElseThrow(
              () ->
                  new CommandFailedException(
                      "there is no publication %d; there are: %s"
                          .formatted(to, all.stream().map(BundleManifest::sequence).toList())));
    }
    Kind kind = watchlist ? Kind.WATCHLIST : Kind.LEXICON;
    String active = history.active(kind).map(BundleManifest::digest).orElse("");
    return all.stream()
        .filter(manifest -> manifest.is(kind) && !manifest.shadow())
        .filter(manifest -> !manifest.digest().equals(active))
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "there is no earlier %s to go back to"
                        .formatted(watchlist ? "watchlist" : "bundle")));
  }
}
