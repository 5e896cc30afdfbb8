package org.tocsin.lexicons.pack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;

/**
 * Posts in time and the alerts that they must give: an example of a pack's rules.
 *
 * @param posts in any order
 * @param rules ids of the pack's rules that are looked at
 * @param alerts every alert that these rules must open; none for silence
 * @param watch whether an analyst has armed a watch over all of it
 * @param note why it stands here
 * @param at where it stands
 */
public record Rehearsal(
    List<TimedPost> posts,
    List<String> rules,
    List<Expected> alerts,
    boolean watch,
    String note,
    Place at) {

  public Rehearsal {
    posts = List.copyOf(posts);
    rules = List.copyOf(rules);
    alerts = List.copyOf(alerts);
  }

  /**
   * Posts of one kind: a text that is matched, or what its signal would say.
   *
   * @param at from the start
   * @param times how many, at least 1
   * @param every from one to the next
   * @param authors how many accounts write them in turn
   * @param author name of the account, or of the first of several
   * @param platform where
   * @param channel in which room; null for none
   * @param lang declared language
   * @param text what it says; matched when no category is given; null for any words
   * @param category of the signal that is given; null when the text is matched
   * @param score of the signal that is given
   * @param entries that match in it
   * @param observables in it, as {@code kind:value}; without any, those of its text
   * @param listed whether a watchlist names them; of those of a text, what money can be given by
   * @param context tags of it
   * @param links in it
   * @param tags its hashtags
   */
  public record TimedPost(
      Duration at,
      int times,
      Duration every,
      int authors,
      String author,
      String platform,
      @Nullable String channel,
      String lang,
      @Nullable String text,
      @Nullable Category category,
      double score,
      List<String> entries,
      List<String> observables,
      boolean listed,
      List<ContextTag> context,
      List<String> links,
      List<String> tags) {
    public TimedPost {
      entries = List.copyOf(entries);
      observables = List.copyOf(observables);
      context = List.copyOf(context);
      links = List.copyOf(links);
      tags = List.copyOf(tags);
    }
  }

  /**
   * An alert that must open.
   *
   * @param rule id of the rule
   * @param severity the most urgent that it reaches; null for any
   * @param group values that its group must have; others may be there
   * @param posts how many its first record counts; null for any
   */
  public record Expected(
      String rule,
      @Nullable Severity severity,
      Map<String, String> group,
      @Nullable Integer posts) {
    public Expected {
      group = Map.copyOf(group);
    }
  }
}
