package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one post under one category: what matched, and how strongly. A signal is never a
 * verdict.
 *
 * @param post the post; a long text is cut to an excerpt around the first match, long lists to
 *     their first elements
 * @param category what it is a sign of
 * @param score in [0, 1]: {@code 1 - product(1 - weight)} over the distinct active entries that
 *     matched, each weight lowered by the contexts around its match
 * @param flagged whether an active alert rule of the bundle counts this signal
 * @param severity the most urgent among the entries that matched
 * @param context tags that lower it, such as {@code news} or {@code negated}
 * @param matches in order of position; at most {@link #MAX_MATCHES}
 * @param matchesOmitted how many more there were
 * @param observables artefacts found in the text, in order of position; at most {@link
 *     #MAX_OBSERVABLES}, what can carry money first to stay
 * @param textOffset where {@code post.text()} begins in the original text; all spans count from the
 *     original's start
 * @param textSha256 lower-case hex digest of the original text in UTF-8, before masking and cutting
 * @param bundle digest of the lexicon bundle that matched
 * @param retractedAt when the platform deleted or replaced this version; null while it stands
 * @param contextEvidence the words that each tag of {@code context} was given for
 * @param textSketch what copies of the text are found by: 72 bytes in Base64, the same for each
 *     category, comparable within one deployment; null for short texts, reposts, quotes and news
 */
public record Signal(
    @JsonProperty(required = true) Post post,
    @JsonProperty(required = true) Category category,
    @JsonProperty(required = true) double score,
    @JsonProperty(required = true) boolean flagged,
    @JsonProperty(required = true) Severity severity,
    List<String> context,
    @JsonProperty(required = true) List<Match> matches,
    int matchesOmitted,
    List<Observable> observables,
    int textOffset,
    @JsonProperty(required = true) String textSha256,
    @JsonProperty(required = true) String bundle,
    @Nullable Instant retractedAt,
    List<ContextEvidence> contextEvidence,
    @Nullable String textSketch) {

  /** The most matches that one signal carries: bounds a record whatever the post. */
  public static final int MAX_MATCHES = 100;

  /** The most observables that one signal carries. */
  public static final int MAX_OBSERVABLES = 50;

  public Signal {
    Required.field(post, "post");
    Required.field(category, "category");
    Required.field(severity, "severity");
    Required.field(matches, "matches");
    Required.field(textSha256, "textSha256");
    Required.field(bundle, "bundle");
    context = Post.orEmpty(context);
    matches = List.copyOf(matches);
    observables = Post.orEmpty(observables);
    contextEvidence = Post.orEmpty(contextEvidence);
  }

  /** Topic key: one post under one category. */
  @JsonIgnore
  public String key() {
    return post.id() + "|" + category.label();
  }

  /** The same signal, standing only until {@code at}. */
  public Signal retracted(Instant at) {
    return new Signal(
        post,
        category,
        score,
        flagged,
        severity,
        context,
        matches,
        matchesOmitted,
        observables,
        textOffset,
        textSha256,
        bundle,
        at,
        contextEvidence,
        textSketch);
  }
}
