package org.tocsin.jobs.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.privacy.PrivateObservables;
import org.tocsin.connectors.privacy.Redaction;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.Pseudonyms;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.jobs.duplicates.Sketch;
import org.tocsin.jobs.duplicates.Sketcher;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.observable.ObservableExtractor;
import org.tocsin.lexicons.pack.ContextTag;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;
import org.tocsin.lexicons.watchlist.Watchlist;

/** The signals of a post. One per thread. */
final class SignalMaker {
  /**
   * The most links, tags, ... of a post that its signal carries, and the longest, in UTF-16 units.
   */
  private static final int MAX_LISTED = 50;

  private static final int MAX_LISTED_LENGTH = 1_000;

  private static final String NEWS = ContextTag.NEWS.label();

  private final Scorer scorer;
  private final PrivateObservables observables;
  private final String bundle;
  private final Sketcher sketcher;

  SignalMaker(
      LexiconBundle bundle,
      @Nullable Watchlist watchlist,
      Pseudonyms pseudonyms,
      Sketcher sketcher) {
    this.scorer = new Scorer(bundle, watchlist);
    this.observables = new PrivateObservables(pseudonyms);
    this.bundle = bundle.digest();
    this.sketcher = sketcher;
  }

  /**
   * One for each category that something matched in, and one of financing for a post that names by
   * what money can be given; the shared empty list for a quiet post.
   */
  List<Signal> of(PostDraft draft) {
    String text = draft.text();
    if (!scorer.match(text, draft.lang()) && !scorer.namesMoney()) {
      return List.of();
    }
    String masked = Redaction.mask(text, scorer.observables());
    String sha256 = Sha256.hex(text);
    @Nullable String sketch = sketch(draft, masked);
    List<Finding> findings = scorer.findingsWithMoney(masked);
    List<Observable> found = observables(text, findings);
    return findings.stream()
        .map(finding -> signal(draft, finding, found, masked, sha256, sketch))
        .toList();
  }

  /** Once for all categories: they are of the text. */
  private List<Observable> observables(String text, List<Finding> findings) {
    List<Observable> found = findings.isEmpty() ? List.of() : findings.get(0).observables();
    return observables.of(text, found, Signal.MAX_OBSERVABLES - found.size());
  }

  /** None of a repost: copying is what it is for. */
  private @Nullable String sketch(PostDraft draft, String masked) {
    if (draft.isRepost() || masked.startsWith("RT @")) {
      return null;
    }
    Sketch sketch = sketcher.of(masked);
    return sketch == null ? null : sketch.toString();
  }

  private Signal signal(
      PostDraft draft,
      Finding finding,
      List<Observable> found,
      String masked,
      String sha256,
      @Nullable String sketch) {
    Excerpt excerpt = Excerpt.around(masked, first(finding));
    Post post = bounded(draft.toPost(excerpt.text()));
    return finding.signal(
        post,
        found,
        excerpt.offset(),
        sha256,
        bundle,
        finding.context().contains(NEWS) ? null : sketch);
  }

  /** Where the first match begins, or what money can be given by. */
  private static int first(Finding finding) {
    return finding.matches().isEmpty()
        ? finding.observables().stream()
            .filter(ObservableExtractor::isFinancing)
            .mapToInt(Observable::start)
            .findFirst()
            .orElse(0)
        : finding.matches().get(0).start();
  }

  /** Kafka refuses a record of more than 1 MiB, and the job would fail on it again and again. */
  private static Post bounded(Post post) {
    @Nullable String channel = post.channel();
    return new Post(
        post.id(),
        post.platform(),
        post.author(),
        channel == null ? null : Redaction.maskNumbers(channel),
        post.text(),
        post.lang(),
        post.createdAt(),
        post.editedAt(),
        post.ingestedAt(),
        bounded(post.links().stream().map(Redaction::maskLink).toList()),
        bounded(post.tags().stream().map(Redaction::maskNumbers).toList()),
        bounded(post.mentions()),
        post.replyTo(),
        post.repostOf(),
        bounded(post.media().stream().map(Redaction::maskLink).toList()));
  }

  private static List<String> bounded(List<String> list) {
    return list.stream()
        .filter(value -> value.length() <= MAX_LISTED_LENGTH)
        .limit(MAX_LISTED)
        .toList();
  }
}
