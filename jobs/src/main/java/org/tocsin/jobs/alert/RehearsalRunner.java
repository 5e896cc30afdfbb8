package org.tocsin.jobs.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.PseudonymKey;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.jobs.duplicates.Sketch;
import org.tocsin.jobs.duplicates.Sketcher;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.observable.ObservableExtractor;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.ContextTag;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.Rehearsal;
import org.tocsin.lexicons.pack.Rehearsal.Expected;
import org.tocsin.lexicons.pack.Rehearsal.TimedPost;
import org.tocsin.lexicons.score.Finding;
import org.tocsin.lexicons.score.Scorer;

/** Holds the timed examples of packs to the alerts that their rules give. */
public final class RehearsalRunner {
  /** A Monday, at midnight. */
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final List<String> REFERENCES = List.of("rehearsal:1");

  private final String digest;
  private final Scorer scorer;
  private final Sketcher sketcher =
      new Sketcher(new PseudonymKey("rehearsals only: no secret".getBytes(StandardCharsets.UTF_8)));

  /**
   * A rehearsal that does not hold.
   *
   * @param rehearsal what was expected
   * @param missing expected alerts that did not open, one line each
   * @param surplus alerts that opened and were not expected
   */
  public record Failure(Rehearsal rehearsal, List<String> missing, List<String> surplus) {
    public Failure {
      missing = List.copyOf(missing);
      surplus = List.copyOf(surplus);
    }
  }

  /** Matches texts with this bundle: one in which drafts match. */
  public RehearsalRunner(LexiconBundle bundle) {
    digest = bundle.digest();
    scorer = new Scorer(bundle);
  }

  /** The failures of one pack's rehearsals. */
  public List<Failure> run(Pack pack) throws Exception {
    List<Failure> failures = new ArrayList<>();
    for (Rehearsal rehearsal : pack.rehearsals()) {
      Failure failure = run(pack, rehearsal);
      if (failure != null) {
        failures.add(failure);
      }
    }
    return failures;
  }

  private @Nullable Failure run(Pack pack, Rehearsal rehearsal) throws Exception {
    List<AlertRule> rules =
        pack.rules().stream()
            .filter(rule -> rehearsal.rules().contains(rule.id()))
            .map(rule -> rule.with(AlertRule.Status.ACTIVE))
            .toList();
    RuleTrial trial = new RuleTrial(RuleBook.of(List.of(pack), rules), rehearsal.watch());
    int[] number = new int[1];
    for (TimedPost post : rehearsal.posts()) {
      for (int i = 0; i < post.times(); i++) {
        post(trial, post, i, ++number[0]);
      }
    }
    Map<String, Alert> worst = new LinkedHashMap<>();
    Map<String, Alert> first = new LinkedHashMap<>();
    for (Alert alert : trial.alerts()) {
      first.putIfAbsent(alert.id(), alert);
      worst.merge(alert.id(), alert, (a, b) -> b.severity().compareTo(a.severity()) < 0 ? b : a);
    }
    List<Alert> left = new ArrayList<>(first.values());
    List<String> missing = new ArrayList<>();
    for (Expected expected : rehearsal.alerts()) {
      Alert found =
          left.stream()
              .filter(alert -> fits(expected, alert, worst.getOrDefault(alert.id(), alert)))
              .findFirst()
              .orElse(null);
      if (found == null) {
        missing.add(line(expected));
      } else {
        left.remove(found);
      }
    }
    List<String> surplus = left.stream().map(RehearsalRunner::line).toList();
    return missing.isEmpty() && surplus.isEmpty() ? null : new Failure(rehearsal, missing, surplus);
  }

  private void post(RuleTrial trial, TimedPost timed, int turn, int number) {
    Instant at = START.plus(timed.at()).plus(timed.every().multipliedBy(turn));
    String author = timed.author() + (timed.authors() > 1 ? "-" + turn % timed.authors() : "");
    String text = timed.text() == null ? "post " + number : timed.text();
    Post post =
        new Post(
            timed.platform() + ":" + number,
            timed.platform(),
            author,
            timed.channel(),
            text,
            timed.lang(),
            at,
            null,
            at,
            timed.links(),
            timed.tags(),
            List.of(),
            null,
            null,
            List.of());
    trial.post(
        new PostSeen(timed.platform(), timed.lang(), at.toEpochMilli(), false),
        signals(timed, post));
  }

  private List<Signal> signals(TimedPost timed, Post post) {
    List<Observable> given =
        timed.observables().stream().map(value -> observable(value, timed.listed())).toList();
    Sketch sketch = sketcher.of(post.text());
    String copies = timed.text() == null || sketch == null ? null : sketch.toString();
    String sha256 = Sha256.hex(post.text());
    return findings(timed, post, given).stream()
        .map(
            finding ->
                finding.signal(
                    post,
                    given.isEmpty() ? ofText(finding, timed.listed()) : given,
                    0,
                    sha256,
                    digest,
                    copies))
        .toList();
  }

  /** What the text names; of that a watchlist may name what money can be given by. */
  private static List<Observable> ofText(Finding finding, boolean listed) {
    return finding.observables().stream()
        .map(one -> listed && ObservableExtractor.isFinancing(one) ? one.listedAs(REFERENCES) : one)
        .toList();
  }

  private static Observable observable(String kindAndValue, boolean listed) {
    int colon = kindAndValue.indexOf(':');
    String kind = kindAndValue.substring(0, colon);
    Observable observable = new Observable(kind, kindAndValue.substring(colon + 1), 0, 0, null);
    return listed ? observable.listedAs(REFERENCES) : observable;
  }

  private List<Finding> findings(TimedPost timed, Post post, List<Observable> given) {
    if (timed.category() != null) {
      return List.of(given(timed, timed.category(), timed.score()));
    }
    List<Finding> findings = new ArrayList<>();
    if (timed.text() != null) {
      boolean unused = scorer.match(post.text(), post.lang());
      findings.addAll(scorer.findingsWithMoney(post.text()));
    }
    boolean known = findings.stream().anyMatch(one -> one.category() == Category.FINANCING);
    if (!known && given.stream().anyMatch(ObservableExtractor::isFinancing)) {
      findings.add(given(timed, Category.FINANCING, Scorer.MONEY_ALONE));
    }
    return findings;
  }

  /** What an example says of a signal, in place of a text that matches. */
  private static Finding given(TimedPost timed, Category category, double score) {
    return new Finding(
        category,
        score,
        true,
        Severity.P3,
        timed.context().stream().map(ContextTag::label).toList(),
        List.of(),
        timed.entries().stream()
            .map(entry -> new Match(entry, "rehearsal@1", category, 0, 4, "post", "exact", score))
            .toList(),
        0,
        List.of());
  }

  private static boolean fits(Expected expected, Alert first, Alert worst) {
    return first.rule().endsWith("/" + expected.rule())
        && (expected.severity() == null || expected.severity() == worst.severity())
        && (expected.posts() == null || expected.posts() == first.posts())
        && expected.group().entrySet().stream()
            .allMatch(value -> shown(value).equals(first.group().get(value.getKey())));
  }

  private static String shown(Map.Entry<String, String> value) {
    for (GroupBy by : GroupBy.values()) {
      if (by.label().equals(value.getKey())) {
        return Words.shown(by, value.getValue());
      }
    }
    return value.getValue();
  }

  private static String line(Expected expected) {
    return "alert of %s%s%s%s"
        .formatted(
            expected.rule(),
            expected.severity() == null ? "" : ", " + expected.severity(),
            expected.group().isEmpty() ? "" : ", " + sorted(expected.group().values()),
            expected.posts() == null ? "" : ", " + Words.count(expected.posts(), "post"));
  }

  private static String line(Alert alert) {
    return "alert of %s, %s, %s, %s: %s"
        .formatted(
            alert.rule().substring(alert.rule().indexOf('/') + 1),
            alert.severity(),
            sorted(alert.group().values()),
            Words.count(alert.posts(), "post"),
            alert.reason());
  }

  private static String sorted(Collection<String> values) {
    return String.join(" ", values.stream().sorted().toList());
  }
}
