package org.tocsin.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A window of signals that a rule asks a person to look at. Explains; decides nothing.
 *
 * @param id deterministic in rule, group and episode: the same posts give the same id
 * @param revision 1 for the first record of an episode, rising by one; {@code (id, revision)} is
 *     unique. 0 for a provisional record of a single post, told before its window has ended:
 *     revision 1 follows, open with all that counts, or resolved when it is withdrawn
 * @param status where the episode stands
 * @param rule {@code pack@version/rule}
 * @param title of the rule
 * @param group what the rule grouped by, such as category and language, with the values of this
 *     group
 * @param severity how soon to look
 * @param windowStart first instant of the window
 * @param windowEnd first instant after the window
 * @param reason one sentence with numbers
 * @param measures each condition of the rule, observed against threshold
 * @param posts how many posts counted
 * @param authors how many distinct pseudonyms
 * @param platforms how many distinct platforms
 * @param channels how many distinct channels
 * @param firstSeen event time of the first post that counted
 * @param lastSeen event time of the last
 * @param samples strongest first
 * @param observables defanged, distinct, over all posts that counted
 * @param bundle digest of the lexicon bundle that matched; empty where no post is shown
 * @param openedAt end of the window that opened the episode
 * @param exact false when distinct counts are estimates of sketches; null when all are exact
 * @param digest of an alert that tells of many groups of one rule at once: a line for each, the
 *     first ones
 * @param links who named what where and when: the first posts about money that counted, in order of
 *     time; empty where none was
 */
public record Alert(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) int revision,
    @JsonProperty(required = true) Status status,
    @JsonProperty(required = true) String rule,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) Map<String, String> group,
    @JsonProperty(required = true) Severity severity,
    @JsonProperty(required = true) Instant windowStart,
    @JsonProperty(required = true) Instant windowEnd,
    @JsonProperty(required = true) String reason,
    @JsonProperty(required = true) List<Measure> measures,
    @JsonProperty(required = true) int posts,
    @JsonProperty(required = true) int authors,
    @JsonProperty(required = true) int platforms,
    @JsonProperty(required = true) int channels,
    @JsonProperty(required = true) Instant firstSeen,
    @JsonProperty(required = true) Instant lastSeen,
    @JsonProperty(required = true) List<Sample> samples,
    @Nullable List<Observable> observables,
    @JsonProperty(required = true) String bundle,
    @Nullable Instant openedAt,
    @Nullable Boolean exact,
    @Nullable List<String> digest,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> links) {

  /** Where an episode stands. */
  public enum Status {
    OPEN,
    UPDATED,
    RESOLVED;

    /** The name on topics: lower case. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of a label.
     *
     * @throws IllegalArgumentException for an unknown one
     */
    @JsonCreator
    public static Status of(String label) {
      return Labels.parse(Status.class, Status::label, label);
    }
  }

  public Alert {
    Required.field(id, "id");
    Required.field(status, "status");
    Required.field(rule, "rule");
    Required.field(title, "title");
    group = Collections.unmodifiableMap(new TreeMap<>(Required.field(group, "group")));
    Required.field(severity, "severity");
    Required.field(windowStart, "windowStart");
    Required.field(windowEnd, "windowEnd");
    Required.field(reason, "reason");
    measures = List.copyOf(Required.field(measures, "measures"));
    Required.field(firstSeen, "firstSeen");
    Required.field(lastSeen, "lastSeen");
    samples = List.copyOf(Required.field(samples, "samples"));
    observables = Post.orEmpty(observables);
    Required.field(bundle, "bundle");
    digest = Post.orEmpty(digest);
    links = Post.orEmpty(links);
  }

  /** An alert of one group with exact counts. */
  public Alert(
      String id,
      int revision,
      Status status,
      String rule,
      String title,
      Map<String, String> group,
      Severity severity,
      Instant windowStart,
      Instant windowEnd,
      String reason,
      List<Measure> measures,
      int posts,
      int authors,
      int platforms,
      int channels,
      Instant firstSeen,
      Instant lastSeen,
      List<Sample> samples,
      @Nullable List<Observable> observables,
      String bundle) {
    this(
        id,
        revision,
        status,
        rule,
        title,
        group,
        severity,
        windowStart,
        windowEnd,
        reason,
        measures,
        posts,
        authors,
        platforms,
        channels,
        firstSeen,
        lastSeen,
        samples,
        observables,
        bundle,
        null,
        null,
        null,
        List.of());
  }

  /** The next record of an episode. */
  public Alert told(
      String id,
      int revision,
      Status status,
      Severity severity,
      String reason,
      @Nullable Instant openedAt) {
    return new Alert(
        id,
        revision,
        status,
        rule,
        title,
        group,
        severity,
        windowStart,
        windowEnd,
        reason,
        measures,
        posts,
        authors,
        platforms,
        channels,
        firstSeen,
        lastSeen,
        samples,
        observables,
        bundle,
        openedAt,
        exact,
        digest,
        links);
  }

  /** The same alert of another group, with other measures. */
  public Alert withMeasures(Map<String, String> otherGroup, List<Measure> others) {
    return new Alert(
        id,
        revision,
        status,
        rule,
        title,
        otherGroup,
        severity,
        windowStart,
        windowEnd,
        reason,
        others,
        posts,
        authors,
        platforms,
        channels,
        firstSeen,
        lastSeen,
        samples,
        observables,
        bundle,
        openedAt,
        exact,
        digest,
        links);
  }
}
