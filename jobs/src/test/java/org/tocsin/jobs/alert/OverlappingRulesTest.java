package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Observable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.PostSeen;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** Shipped rules of several packs that one thing meets: which of them tell of it. */
class OverlappingRulesTest {
  private static final Observable WALLET = new Observable("btc", "bc1qexample", 0, 4, true);

  @Test
  void accountsSharingOneWalletWithinADay_areNoTwoAlertsAboutTheDay() throws Exception {
    assertThat(opened(Duration.ofHours(3), "shared-wallet", "shared-observable-day"))
        .containsExactly("shared-wallet");
  }

  @Test
  void accountsSharingOneWalletWithinTheHour_areOneAlert() throws Exception {
    assertThat(
            opened(
                Duration.ofMinutes(5),
                "shared-observable",
                "shared-observable-day",
                "shared-wallet"))
        .containsExactly("shared-observable");
  }

  /** The rules that open an alert when six accounts name one wallet, one after the other. */
  private static List<String> opened(Duration every, String... ids) throws Exception {
    List<Pack> packs = Packs.parse(PackSource.builtIn());
    List<AlertRule> rules =
        packs.stream()
            .flatMap(pack -> pack.rules().stream())
            .filter(rule -> Set.of(ids).contains(rule.id()))
            .toList();
    assertThat(rules).hasSize(ids.length);
    RuleTrial trial = new RuleTrial(RuleBook.of(packs, rules), false);
    for (int i = 0; i < 6; i++) {
      long at = Duration.ofMinutes(1).plus(every.multipliedBy(i)).toMillis();
      trial.post(new PostSeen("x", "en", at, true), List.of(naming(i, at)));
    }
    return trial.alerts().stream()
        .filter(alert -> alert.status() == Alert.Status.OPEN)
        .map(alert -> alert.rule().replaceAll(".*/", ""))
        .collect(Collectors.toList());
  }

  private static Signal naming(int i, long at) {
    return Signals.naming(Signals.of("x:" + i, at, Category.FINANCING), WALLET);
  }
}
