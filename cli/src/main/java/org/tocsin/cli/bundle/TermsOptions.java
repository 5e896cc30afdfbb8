package org.tocsin.cli.bundle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundlePublisher.Terms;
import picocli.CommandLine.Option;

/** From when on a publication counts, and who is behind it. */
final class TermsOptions {
  /**
   * Longer than jobs take to notice a publication: so all posts of one time meet the same bundle,
   * however fast they come.
   */
  private static final Duration NOTICE = Duration.ofSeconds(3);

  @Option(
      names = "--effective-at",
      paramLabel = "INSTANT",
      description =
          "Posts of this time and later are matched by it, as 2026-11-24T12:00:00Z. Default: three seconds from now.")
  private @Nullable Instant effectiveAt;

  @Option(names = "--by", paramLabel = "NAME", description = "Who publishes. Default: your login.")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, for those who list it later.")
  private @Nullable String note;

  Terms terms(boolean shadow) {
    Instant now = Instant.now();
    return new Terms(by, now, effectiveAt == null ? now.plus(NOTICE) : effectiveAt, shadow, note);
  }
}
