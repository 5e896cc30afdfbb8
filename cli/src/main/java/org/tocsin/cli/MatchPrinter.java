package org.tocsin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.PostReader;
import org.tocsin.connectors.format.PostSink;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.connectors.privacy.PrivateObservables;
import org.tocsin.connectors.privacy.Redaction;
import org.tocsin.events.Json;
import org.tocsin.events.PseudonymKey;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;

/**
 * Prints what each post matched. Ids are printed as given, for they go back to the person who gave
 * them.
 */
final class MatchPrinter implements PostSink {
  private final PostReader reader;
  private final Scorer scorer;
  private final OutputStream out;
  private final PrintWriter err;
  private long posts;
  private long flagged;
  private long unreadable;
  private @Nullable RawRecord record;

  MatchPrinter(PostFormat format, Scorer scorer, OutputStream out, PrintWriter err) {
    // No pseudonym leaves here: any key will do.
    this.reader = format.newReader(new PseudonymKey(new byte[32]).pseudonyms());
    this.scorer = scorer;
    this.out = out;
    this.err = err;
  }

  void print(RawRecord record) {
    this.record = record;
    reader.read(record, this);
  }

  @Override
  public void post(PostDraft draft) {
    List<Finding> findings = List.of();
    if (scorer.match(draft.text(), draft.lang())) {
      findings =
          scorer.findings(Redaction.mask(draft.text(), scorer.observables())).stream()
              .map(MatchPrinter::masked)
              .toList();
    }
    boolean any = findings.stream().anyMatch(Finding::flagged);
    posts++;
    flagged += any ? 1 : 0;
    try {
      out.write(Json.write(new Line(draft.givenId(), any, findings)));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the output", e);
    }
  }

  private static Finding masked(Finding finding) {
    return finding.with(finding.observables().stream().map(PrivateObservables::masked).toList());
  }

  @Override
  public void retracted(String postId, long at) {
    // Nothing to match.
  }

  @Override
  public void notAPost(String kind) {
    // Nothing to match.
  }

  @Override
  public void unreadable(String reason) {
    unreadable++;
    err.println((record == null ? "" : record.origin()) + ": " + Redaction.maskNumbers(reason));
  }

  void summary() {
    err.printf("%d posts, %d flagged, %d unreadable%n", posts, flagged, unreadable);
    err.flush();
  }

  /** What is printed for a post. */
  private record Line(String id, boolean flagged, List<Finding> signals) {}
}
