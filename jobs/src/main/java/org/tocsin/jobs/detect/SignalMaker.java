package org.tocsin.jobs.detect;

import java.util.List;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.privacy.Redaction;
import org.tocsin.events.Post;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;

/** The signals of a post. One per thread. */
final class SignalMaker {
  private final Scorer scorer;
  private final String bundle;

  SignalMaker(LexiconBundle bundle) {
    this.scorer = new Scorer(bundle);
    this.bundle = bundle.digest();
  }

  /** One for each category that something matched in; the shared empty list for a quiet post. */
  List<Signal> of(PostDraft draft) {
    String text = draft.text();
    if (!scorer.match(text, draft.lang())) {
      return List.of();
    }
    String masked = Redaction.mask(text);
    String sha256 = Sha256.hex(text);
    return scorer.findings(masked).stream()
        .map(finding -> signal(draft, finding, masked, sha256))
        .toList();
  }

  private Signal signal(PostDraft draft, Finding finding, String masked, String sha256) {
    Excerpt excerpt = Excerpt.around(masked, finding.matches().get(0).start());
    Post post = draft.toPost(excerpt.text());
    return new Signal(
        post,
        finding.category(),
        finding.score(),
        finding.flagged(),
        finding.severity(),
        finding.context(),
        finding.matches(),
        finding.matchesOmitted(),
        finding.observables(),
        excerpt.offset(),
        sha256,
        bundle,
        null);
  }
}
