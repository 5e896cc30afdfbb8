package org.tocsin.jobs.alert;

import org.tocsin.events.Alert;

/**
 * Where the alert of one rule and group stands. Times are epoch milliseconds.
 *
 * @param rule key of the rule in its {@link RuleBook}
 * @param told the last record of it
 * @param open whether it is not resolved
 * @param quiet panes in a row that did not keep it open
 * @param looked end of the last pane that was looked at
 * @param coolUntil no new episode opens before
 * @param snoozedUntil nothing is told of it before
 * @param judged what an analyst decided
 */
public record Episode(
    String rule,
    Alert told,
    boolean open,
    int quiet,
    long looked,
    long coolUntil,
    long snoozedUntil,
    Judged judged) {

  /** What an analyst decided about an episode. */
  public enum Judged {
    NOT_YET,
    /** Seen: only what is worse is told. */
    ACKNOWLEDGED,
    /** No danger: nothing is told but its end. */
    DISMISSED
  }

  static Episode opened(String rule, Alert told, long end) {
    return new Episode(rule, told, true, 0, end, Long.MIN_VALUE, Long.MIN_VALUE, Judged.NOT_YET);
  }

  /** Whether no new episode may open, or nothing be told, at the end of a pane. */
  boolean held(long end) {
    return end < coolUntil || end < snoozedUntil;
  }

  /** More urgent than was told, or on a platform more. */
  boolean isWorse(Alert now) {
    return now.severity().compareTo(told.severity()) < 0 || now.platforms() > told.platforms();
  }

  /** Worse, or twice what was told. */
  boolean isMore(Alert now) {
    return isWorse(now)
        || doubled(told.posts(), now.posts())
        || doubled(told.authors(), now.authors());
  }

  private static boolean doubled(int told, int now) {
    return now > told && now >= 2 * told;
  }

  Episode looked(long end, int quietPanes) {
    return new Episode(rule, told, open, quietPanes, end, coolUntil, snoozedUntil, judged);
  }

  Episode told(Alert alert) {
    return new Episode(rule, alert, open, quiet, looked, coolUntil, snoozedUntil, judged);
  }

  Episode resolved(Alert alert, long until) {
    return new Episode(rule, alert, false, 0, looked, until, snoozedUntil, judged);
  }

  Episode judged(Judged decision) {
    return new Episode(rule, told, open, quiet, looked, coolUntil, snoozedUntil, decision);
  }

  Episode snoozed(long until) {
    return new Episode(rule, told, open, quiet, looked, coolUntil, until, judged);
  }
}
