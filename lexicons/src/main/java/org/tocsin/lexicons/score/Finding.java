package org.tocsin.lexicons.score;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.ContextEvidence;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;

/**
 * What one text is a sign of, under one category: the part of a {@link Signal} that needs no post.
 *
 * @param category of all its matches
 * @param score in [0, 1]
 * @param flagged whether an active alert rule of the bundle counts it
 * @param severity the most urgent among the entries that matched
 * @param context tags that lower it
 * @param contextEvidence the words that each tag was given for
 * @param matches in order of position; at most {@link Signal#MAX_MATCHES}
 * @param matchesOmitted how many more there were
 * @param observables artefacts found in the whole text, in order of position; no phone or card
 *     numbers
 */
public record Finding(
    Category category,
    double score,
    boolean flagged,
    Severity severity,
    List<String> context,
    List<ContextEvidence> contextEvidence,
    List<Match> matches,
    int matchesOmitted,
    List<Observable> observables) {

  public Finding {
    context = List.copyOf(context);
    contextEvidence = List.copyOf(contextEvidence);
    matches = List.copyOf(matches);
    observables = List.copyOf(observables);
  }

  /** The same finding, counted by a rule. */
  Finding asFlagged() {
    return new Finding(
        category,
        score,
        true,
        severity,
        context,
        contextEvidence,
        matches,
        matchesOmitted,
        observables);
  }

  /** The same finding without what stands for no entry of a pack. */
  Finding withoutMatchesOf(String entry) {
    return new Finding(
        category,
        score,
        flagged,
        severity,
        context,
        contextEvidence,
        matches.stream().filter(match -> !match.entry().equals(entry)).toList(),
        matchesOmitted,
        observables);
  }

  /**
   * The signal of a post.
   *
   * @param post whose text, or a part of it, the matches are in
   * @param found observables, instead of the finding's own
   * @param textOffset where the post's text begins in the original
   * @param textSha256 of the original text
   * @param bundle digest of the bundle that matched
   * @param textSketch of the text; null for none
   */
  public Signal signal(
      Post post,
      List<Observable> found,
      int textOffset,
      String textSha256,
      String bundle,
      @Nullable String textSketch) {
    return new Signal(
        post,
        category,
        score,
        flagged,
        severity,
        context,
        matches,
        matchesOmitted,
        found,
        textOffset,
        textSha256,
        bundle,
        null,
        contextEvidence,
        textSketch);
  }

  /** The same with other observables. */
  public Finding with(List<Observable> others) {
    return new Finding(
        category,
        score,
        flagged,
        severity,
        context,
        contextEvidence,
        matches,
        matchesOmitted,
        others);
  }
}
