package org.tocsin.jobs.detect;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.PostReader;
import org.tocsin.connectors.format.PostSink;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.connectors.source.RecordHandler;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.PseudonymKey;
import org.tocsin.jobs.duplicates.Sketcher;
import org.tocsin.lexicons.pack.PackSource;

/**
 * Parses and matches each record where it is read. A post becomes a record only when something in
 * it matched.
 */
public final class Detector implements RecordHandler<Outcome> {
  private static final long serialVersionUID = 1L;

  private final PostFormat format;
  private final PseudonymKey pseudonymKey;
  private final PackSource packs;
  private transient @Nullable Worker worker;

  /**
   * A detector.
   *
   * @param format how records are written
   * @param pseudonymKey makes pseudonyms of accounts
   * @param packs checked before
   */
  public Detector(PostFormat format, PseudonymKey pseudonymKey, PackSource packs) {
    this.format = format;
    this.pseudonymKey = pseudonymKey;
    this.packs = packs;
  }

  @Override
  public void handle(RawRecord record, Consumer<Outcome> out) {
    if (worker == null) {
      worker =
          new Worker(
              format.newReader(pseudonymKey.pseudonyms()),
              new SignalMaker(
                  Bundles.of(packs), pseudonymKey.pseudonyms(), new Sketcher(pseudonymKey)));
    }
    worker.handle(record, out);
  }

  @Override
  public TypeInformation<Outcome> producedType() {
    return TypeInformation.of(Outcome.class);
  }

  @Override
  public RecordHandler<Outcome> copy() {
    return new Detector(format, pseudonymKey, packs);
  }

  /** What one thread needs; tells outcomes of the record at hand. */
  private static final class Worker implements PostSink {
    private final PostReader reader;
    private final SignalMaker signals;
    private @Nullable RawRecord record;
    private @Nullable Consumer<Outcome> out;

    Worker(PostReader reader, SignalMaker signals) {
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
                  reason,
                  raw.bytes(),
                  Instant.ofEpochMilli(raw.ingestedAt()))));
    }

    private void tell(Outcome outcome) {
      Objects.requireNonNull(out).accept(outcome);
    }
  }
}
