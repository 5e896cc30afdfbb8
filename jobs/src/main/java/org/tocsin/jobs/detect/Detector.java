package org.tocsin.jobs.detect;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.PostReader;
import org.tocsin.connectors.format.PostSink;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.connectors.privacy.Redaction;
import org.tocsin.connectors.source.RecordHandler;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.PseudonymKey;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.watchlist.Watchlist;

/**
 * Parses and matches each record where it is read. A post becomes a record only when something in
 * it matched.
 */
public final class Detector implements RecordHandler<Outcome> {
  private static final long serialVersionUID = 1L;

  private final PostFormat format;
  private final PseudonymKey pseudonymKey;
  private final PackSource packs;
  private final @Nullable BundleTopic bundles;
  private final @Nullable WatchlistArtifact watchlist;
  private transient @Nullable Worker worker;
  private transient @Nullable MetricGroup metrics;

  /** A detector that matches the same packs as long as the job runs. */
  public Detector(PostFormat format, PseudonymKey pseudonymKey, PackSource packs) {
    this(format, pseudonymKey, packs, null, (Watchlist) null);
  }

  /**
   * A detector.
   *
   * @param format how records are written
   * @param pseudonymKey makes pseudonyms of accounts
   * @param packs checked before
   * @param bundles what is published here takes the place of the packs; null for nothing
   * @param watchlist whose values and names are looked for; null for none
   */
  public Detector(
      PostFormat format,
      PseudonymKey pseudonymKey,
      PackSource packs,
      @Nullable BundleTopic bundles,
      @Nullable Watchlist watchlist) {
    this(format, pseudonymKey, packs, bundles, WatchlistArtifact.of(watchlist));
  }

  private Detector(
      PostFormat format,
      PseudonymKey pseudonymKey,
      PackSource packs,
      @Nullable BundleTopic bundles,
      @Nullable WatchlistArtifact watchlist) {
    this.format = format;
    this.pseudonymKey = pseudonymKey;
    this.packs = packs;
    this.bundles = bundles;
    this.watchlist = watchlist;
  }

  @Override
  public void open(MetricGroup sourceMetrics) {
    metrics = sourceMetrics.addGroup("tocsin");
  }

  @Override
  public void handle(RawRecord record, Consumer<Outcome> out) {
    if (worker == null) {
      BundleFeed feed =
          bundles == null
              ? new BundleFeed(Bundles.of(packs))
              : BundleFeed.of(bundles, Bundles.start(packs, bundles));
      worker =
          new Worker(
              format.newReader(pseudonymKey.pseudonyms()),
              new SignalMakers(
                  feed, pseudonymKey, watchlist == null ? null : watchlist.open(), metrics));
    }
    worker.handle(record, out);
  }

  @Override
  public TypeInformation<Outcome> producedType() {
    return TypeInformation.of(Outcome.class);
  }

  @Override
  public RecordHandler<Outcome> copy() {
    return new Detector(format, pseudonymKey, packs, bundles, watchlist);
  }

  /** What one thread needs; tells outcomes of the record at hand. */
  private static final class Worker implements PostSink {
    private final PostReader reader;
    private final SignalMakers signals;
    private @Nullable RawRecord record;
    private @Nullable Consumer<Outcome> out;

    Worker(PostReader reader, SignalMakers signals) {
      this.reader = reader;
      this.signals = signals;
    }

    void handle(RawRecord record, Consumer<Outcome> out) {
      this.record = record;
      this.out = out;
      reader.read(record, this);
    }

    @Override
    public void post(PostDraft draft) {
      String overlong = draft.overlong();
      if (overlong != null) {
        unreadable(overlong);
        return;
      }
      tell(
          Outcome.post(
              new PostSeen(
                  draft.platform(), draft.lang(), draft.versionAt(), draft.isClockWrong())));
      if (draft.isEdit()) {
        tell(Outcome.retraction(draft.id(), draft.versionAt()));
      }
      signals.tryShadow(draft);
      signals.of(draft).forEach(signal -> tell(Outcome.signal(signal)));
    }

    @Override
    public void retracted(String postId, long at) {
      tell(Outcome.retraction(postId, at));
    }

    @Override
    public void notAPost(String kind) {
      tell(Outcome.notAPost());
    }

    @Override
    public void unreadable(String reason) {
      RawRecord raw = Objects.requireNonNull(record);
      tell(
          Outcome.deadLetter(
              DeadLetter.of(
                  raw.origin(),
                  "parse",
                  Redaction.maskNumbers(reason),
                  Redaction.maskRaw(raw.bytes()),
                  Instant.ofEpochMilli(raw.ingestedAt()))));
    }

    private void tell(Outcome outcome) {
      Objects.requireNonNull(out).accept(outcome);
    }
  }
}
