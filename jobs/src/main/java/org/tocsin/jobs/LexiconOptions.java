package org.tocsin.jobs;

import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.source.Gate;
import org.tocsin.jobs.detect.FirstBundle;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.PackOptions;
import org.tocsin.jobs.options.Topic;
import org.tocsin.lexicons.pack.PackSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a job matches posts with and judges them by: packs, and what keepers publish. */
final class LexiconOptions {
  @Mixin private PackOptions packs = new PackOptions();

  @Option(
      names = "--follow-bundles",
      description =
          "Goes by the entries, rules and watchlists that are published on the bundles topic"
              + " (./tocsin bundle publish), from the event time on that each publication names,"
              + " without a restart.")
  private boolean follow;

  @Option(
      names = "--await-bundle",
      description =
          "Starts without packs: nothing is read before the bundles topic has a first bundle, which"
              + " then counts for all that came before it, too. Goes with --follow-bundles.")
  private boolean await;

  /** Adds mistakes to the list. */
  void check(List<String> mistakes) {
    if (await && !follow) {
      mistakes.add("--await-bundle: nothing would ever come; add --follow-bundles");
    }
    if (await && packs.isGiven()) {
      mistakes.add("--await-bundle and --packs: expected one of them; without --packs, it waits");
    }
  }

  boolean isFollowed() {
    return follow;
  }

  /** The packs to start with; none when a bundle is awaited. */
  PackSource packs() {
    return await ? new PackSource(new TreeMap<>()) : packs.read();
  }

  /** The topic; null when it is not followed. */
  @Nullable BundleTopic topic(KafkaOptions kafka, Properties client) {
    return follow ? new BundleTopic(client, kafka.topics().name(Topic.BUNDLES)) : null;
  }

  /** What the source waits for; null for nothing. */
  @Nullable Gate gate(@Nullable BundleTopic topic) {
    return await && topic != null ? new FirstBundle(topic) : null;
  }
}
