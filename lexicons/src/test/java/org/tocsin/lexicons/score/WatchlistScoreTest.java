package org.tocsin.lexicons.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.ShippedPacks;
import org.tocsin.lexicons.watchlist.Lists;

/** With the shipped packs: their rules and contexts are what a listed value has to survive. */
class WatchlistScoreTest {
  private static final LexiconBundle BUNDLE = ShippedPacks.bundle();
  private final Scorer scorer = new Scorer(BUNDLE, Lists.sample());

  @Test
  void findings_listedWalletAlone_isFinancingAtP1Flagged() {
    Finding finding = finding("the weather " + Lists.BTC);
    assertThat(finding.category()).isEqualTo(Category.FINANCING);
    assertThat(finding.severity()).isEqualTo(Severity.P1);
    assertThat(finding.score()).isEqualTo(1);
    assertThat(finding.flagged()).isTrue();
    assertThat(finding.observables().get(0).listed()).containsExactly("x:E1");
    assertThat(finding.matches())
        .extracting(Match::entry, Match::text, Match::how, Match::weight)
        .containsExactly(tuple("watchlist:x:E1", Lists.BTC, "exact", 1.0));
  }

  @Test
  void findings_listedWalletInNewsOrCharity_keepsTheContextAndIsNotLowered() {
    for (String text :
        List.of(
            "Reuters reported that police say the wallet " + Lists.BTC + " was seized",
            "Red Cross relief for flood victims, not a scam, do not send to " + Lists.BTC)) {
      Finding finding = finding(text);
      assertThat(finding.context()).as(text).isNotEmpty();
      assertThat(finding.score()).isEqualTo(1);
      assertThat(finding.severity()).isEqualTo(Severity.P1);
      assertThat(finding.flagged()).isTrue();
    }
  }

  @Test
  void match_nameAlone_isQuiet() {
    assertThat(scorer.match("The Red Harbour Front held a congress", "en")).isFalse();
    assertThat(scorer.findings("The Red Harbour Front held a congress")).isEmpty();
  }

  @Test
  void findings_nameBesideAListedWallet_isShownAndAddsNothingToThat() {
    Finding finding = finding("Red Harbour Front " + Lists.BTC);
    assertThat(finding.matches())
        .extracting(match -> match.entry() + " " + match.weight())
        .containsExactly("watchlist:x:E1 0.15", "watchlist:x:E1 1.0");
    assertThat(finding.score()).isEqualTo(1);
  }

  @Test
  void findings_withoutAWatchlist_areAsEver() {
    assertThat(new Scorer(BUNDLE).match("the weather " + Lists.BTC, "en")).isFalse();
  }

  private Finding finding(String text) {
    assertThat(scorer.match(text, "en")).isTrue();
    return scorer.findings(text).stream()
        .filter(finding -> finding.category() == Category.FINANCING)
        .findFirst()
        .orElseThrow();
  }
}
