package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Link;
import org.tocsin.events.Observable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Cooccur;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.On;
import org.tocsin.lexicons.pack.AlertRule.Sequence;
import org.tocsin.lexicons.pack.AlertRule.Sign;
import org.tocsin.lexicons.pack.AlertRule.When;

/** Signs, counted observables, listed values and links, in any order of arrival. */
@SuppressWarnings("try") // A harness's close may be interrupted; a test is not.
class SignsTest {
  private static final Sign APPEAL =
      new Sign("appeal", On.of(List.of(Category.FINANCING), List.of(), 0.3));
  private static final Sign MONEY = new Sign("money", observables(List.of(On.MONEY), false));

  private static On observables(List<String> kinds, boolean listed, Sign... signs) {
    return new On(
        false,
        List.of(),
        List.of(),
        kinds,
        List.of(),
        List.of(),
        0,
        null,
        List.of(),
        List.of(),
        listed,
        List.of(signs));
  }

  private static On financing(Sign... signs) {
    return new On(
        false,
        List.of(Category.FINANCING),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        null,
        List.of(),
        List.of(),
        false,
        List.of(signs));
  }

  private static When when(Counts counts, @Nullable Cooccur cooccur, @Nullable Sequence sequence) {
    return new When(counts, null, null, null, cooccur, sequence, false);
  }

  private static final List<AlertRule> RULES =
      List.of(
          Rules.rule("both")
              .on(financing(APPEAL, MONEY))
              .by(GroupBy.AUTHOR)
              .window(20, 10)
              .when(when(Counts.NONE, new Cooccur(2, List.of("appeal", "money")), null))
              .build(),
          Rules.rule("path")
              .on(financing(APPEAL, MONEY))
              .by(GroupBy.AUTHOR)
              .window(20, 10)
              .when(
                  when(
                      Counts.NONE,
                      null,
                      new Sequence(List.of("appeal", "money"), Duration.ofSeconds(20), false)))
              .build(),
          Rules.rule("rotation")
              .on(observables(List.of(On.WALLETS), false))
              .by(GroupBy.AUTHOR)
              .window(20, 10)
              .when(new Counts(null, null, null, null, null, 3))
              .build(),
          Rules.rule("listed")
              .on(observables(List.of(), true))
              .by(GroupBy.OBSERVABLE)
              .when(new Counts(1, null, null, null, null))
              .build());

  private static Signal signal(
      String id, long at, String author, double score, Observable... observables) {
    Signal bare = Signals.of(id, at, Category.FINANCING, author, "x", "en", score, "text " + id);
    return new Signal(
        bare.post(),
        bare.category(),
        score,
        bare.flagged(),
        bare.severity(),
        bare.context(),
        bare.matches(),
        0,
        List.of(observables),
        0,
        bare.textSha256(),
        bare.bundle(),
        null,
        List.of(),
        null);
  }

  private static Observable btc(String value) {
    return new Observable("btc", value, 0, 1, true);
  }

  private static List<Alert> run(List<Change> changes, int subtasks) throws Exception {
    try (Line line = new Line(new RuleBook(RULES), subtasks)) {
      for (Change change : changes) {
        line.change(change);
      }
      for (long end = 10_000; end <= 200_000; end += 10_000) {
        line.watermark(end - 1);
      }
      line.watermark(Long.MAX_VALUE - 1);
      assertThat(line.left()).isZero();
      return List.copyOf(line.alerts());
    }
  }

  private static List<String> opened(Signal... signals) throws Exception {
    List<Change> changes = new ArrayList<>();
    for (Signal signal : signals) {
      changes.add(Change.first(signal));
    }
    return run(changes, 1).stream()
        .filter(alert -> alert.status() == Alert.Status.OPEN)
        .map(alert -> alert.rule().substring("pack@1/".length()))
        .sorted()
        .toList();
  }

  @Test
  void signs_appealThenMoneyOfOneAccount_meetBothWays() throws Exception {
    assertThat(opened(signal("1", 1_000, "a", 0.5), signal("2", 2_000, "a", 0.1, btc("1"))))
        .containsExactly("both", "path");
    assertThat(opened(signal("1", 2_000, "a", 0.5), signal("2", 1_000, "a", 0.1, btc("1"))))
        .containsExactly("both");
    assertThat(opened(signal("1", 1_000, "a", 0.5), signal("2", 2_000, "b", 0.1, btc("1"))))
        .isEmpty();
  }

  @Test
  void observables_threeDifferentWallets_areCountedOnceEach() throws Exception {
    assertThat(
            opened(
                signal("1", 1_000, "a", 0.1, btc("1"), btc("2")),
                signal("2", 2_000, "a", 0.1, btc("2"), btc("1"))))
        .isEmpty();
    assertThat(
            opened(
                signal("1", 1_000, "a", 0.1, btc("1"), btc("2")),
                signal("2", 12_000, "a", 0.1, btc("3"))))
        .containsExactly("rotation");
  }

  @Test
  void listed_scoreOfZero_ringsAtTheEndOfItsPane() throws Exception {
    Observable listed = btc("1").listedAs(List.of("ofac:1"));
    assertThat(opened(signal("1", 1_000, "a", 0, btc("2"), listed))).containsExactly("listed");
    assertThat(opened(signal("1", 1_000, "a", 0, btc("2")))).isEmpty();
  }

  @Test
  void links_postsAboutMoney_areToldInOrderOfTime() throws Exception {
    List<Alert> alerts =
        run(
            List.of(
                Change.first(signal("2", 2_000, "a", 0.1, btc("1"))),
                Change.first(signal("1", 1_000, "a", 0.5))),
            1);
    assertThat(alerts.get(0).links())
        .extracting(Link::postId, Link::observables)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", List.of()),
            org.assertj.core.groups.Tuple.tuple("2", List.of("btc:1")));
  }

  @Test
  void changes_inAnyOrderAndDivision_giveTheSameAlerts() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      List<Change> changes = new ArrayList<>();
      int posts = round % 4 == 0 ? 250 : 12;
      for (int i = 0; i < posts; i++) {
        Observable wallet = btc("w" + random.nextInt(4));
        Signal signal =
            signal(
                "p" + i,
                random.nextInt(40_000),
                "a" + random.nextInt(2),
                random.nextBoolean() ? 0.5 : 0.1,
                random.nextInt(6) == 0 ? wallet.listedAs(List.of("l:1")) : wallet);
        changes.add(Change.first(signal));
        if (random.nextInt(4) == 0) {
          changes.add(
              new Change(
                  signal.retracted(Instant.ofEpochMilli(random.nextInt(60_000))),
                  true,
                  Change.STANDING));
        }
      }
      List<Alert> expected = run(changes, 1);
      Collections.shuffle(changes, random);
      assertThat(run(changes, 3)).as("round %d", round).containsExactlyElementsOf(expected);
    }
  }
}
