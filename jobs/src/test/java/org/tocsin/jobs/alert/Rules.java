package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Life;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Step;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Rules for tests, built from one that counts every category by category. */
record Rules(
    String id,
    On on,
    List<GroupBy> groupBy,
    Duration window,
    Duration pane,
    When when,
    Severity severity,
    List<Step> steps,
    Life life,
    boolean armed,
    AlertRule.Status status) {

  /** Tumbling windows of ten seconds that ring for three posts by two authors. */
  static Rules rule(String id) {
    return new Rules(
        id,
        On.of(List.of(Category.values()), List.of(), 0.4),
        List.of(GroupBy.CATEGORY),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        When.of(counts(3, 2)),
        Severity.P2,
        List.of(),
        Life.DEFAULT,
        false,
        AlertRule.Status.ACTIVE);
  }

  static Counts counts(@Nullable Integer posts, @Nullable Integer authors) {
    return new Counts(posts, authors, null, null, null);
  }

  Rules on(On other) {
    return new Rules(id, other, groupBy, window, pane, when, severity, steps, life, armed, status);
  }

  Rules on(Category... categories) {
    return on(On.of(List.of(categories), List.of(), 0.4));
  }

  Rules by(GroupBy... dimensions) {
    return new Rules(
        id, on, List.of(dimensions), window, pane, when, severity, steps, life, armed, status);
  }

  Rules window(int seconds, int paneSeconds) {
    return new Rules(
        id,
        on,
        groupBy,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(paneSeconds),
        when,
        severity,
        steps,
        life,
        armed,
        status);
  }

  Rules when(When other) {
    return new Rules(id, on, groupBy, window, pane, other, severity, steps, life, armed, status);
  }

  Rules when(Counts counts) {
    return when(When.of(counts));
  }

  Rules severity(Severity other, Step... more) {
    return new Rules(
        id, on, groupBy, window, pane, when, other, List.of(more), life, armed, status);
  }

  Rules life(Life other) {
    return new Rules(id, on, groupBy, window, pane, when, severity, steps, other, armed, status);
  }

  Rules whenArmed() {
    return new Rules(id, on, groupBy, window, pane, when, severity, steps, life, true, status);
  }

  Rules status(AlertRule.Status other) {
    return new Rules(id, on, groupBy, window, pane, when, severity, steps, life, armed, other);
  }

  AlertRule build() {
    return build(false);
  }

  /** Told at the first post. */
  AlertRule buildAtOnce() {
    return build(true);
  }

  private AlertRule build(boolean atOnce) {
    return new AlertRule(
        id,
        "pack@1",
        "Title of " + id,
        on,
        groupBy,
        window,
        pane,
        when,
        severity,
        steps,
        life,
        3,
        armed,
        status,
        atOnce);
  }
}
