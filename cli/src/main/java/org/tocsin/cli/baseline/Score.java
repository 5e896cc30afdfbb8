package org.tocsin.cli.baseline;

/** What a simulation counted; scores of several add up. */
final class Score {
  private double groupHours;
  private int falseAlerts;
  private int bursts;
  private int found;
  private int foundSoon;
  private long delays;

  void tested(double moreGroupHours) {
    groupHours += moreGroupHours;
  }

  void falseAlert() {
    falseAlerts++;
  }

  /** A burst that was told in this pane, from 1; 0 when it was not. */
  void burst(int toldAfter) {
    bursts++;
    if (toldAfter > 0) {
      found++;
      delays += toldAfter;
      foundSoon += toldAfter <= WatchedGroup.SOON ? 1 : 0;
    }
  }

  void add(Score other) {
    groupHours += other.groupHours;
    falseAlerts += other.falseAlerts;
    bursts += other.bursts;
    found += other.found;
    foundSoon += other.foundSoon;
    delays += other.delays;
  }

  double groupHours() {
    return groupHours;
  }

  int bursts() {
    return bursts;
  }

  /** Share of the bursts told while they lasted; NaN without bursts. */
  double recall() {
    return (double) found / bursts;
  }

  /** Share of the bursts told in their first two panes. */
  double recallSoon() {
    return (double) foundSoon / bursts;
  }

  /** Mean number of panes until a burst was told, 1 for at the end of its first. */
  double delay() {
    return (double) delays / found;
  }

  int falseAlerts() {
    return falseAlerts;
  }

  /** False alerts for so many group-hours. */
  double falseAlertsPer(int hours) {
    return falseAlerts * (double) hours / groupHours;
  }
}
