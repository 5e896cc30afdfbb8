package org.tocsin.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.alert.PublishedBooks;
import org.tocsin.jobs.alert.RuleBooks;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.watchlist.Watchlist;

/**
 * What the monitor topology needs to know besides its source and sinks.
 *
 * @param format how records are written
 * @param pseudonymKey makes pseudonyms of accounts
 * @param packs checked before; none to begin with the first that is published
 * @param lateness how much later than the newest post of its partition a post may come and still be
 *     counted; null evaluates every window at the end of a bounded input, for posts in no order at
 *     all
 * @param idleness after how long a silent partition no longer holds windows back; null for never
 * @param retention how long, in event time, a post is remembered so that a copy is not counted
 *     again; never less than the longest window of a rule
 * @param bundles what is published here takes the place of the packs; null for nothing
 * @param watchlist whose values and names are looked for; null for none
 * @param scope which rules are evaluated, and which signals told
 */
public record MonitorSettings(
    PostFormat format,
    PseudonymKey pseudonymKey,
    PackSource packs,
    @Nullable Duration lateness,
    @Nullable Duration idleness,
    Duration retention,
    @Nullable BundleTopic bundles,
    @Nullable Watchlist watchlist,
    Scope scope) {

  /** Settings of a job that matches the same packs as long as it runs. */
  public MonitorSettings(
      PostFormat format,
      PseudonymKey pseudonymKey,
      PackSource packs,
      @Nullable Duration lateness,
      @Nullable Duration idleness,
      Duration retention) {
    this(format, pseudonymKey, packs, lateness, idleness, retention, null, null, Scope.ALL);
  }

  /** The rules that are evaluated: of the packs, and of what is published. */
  RuleBooks books() {
    Scope rules = scope;
    return bundles == null
        ? rules.book(Bundles.of(packs).packs())
        : new PublishedBooks(packs, bundles, rules::book, true);
  }
}
