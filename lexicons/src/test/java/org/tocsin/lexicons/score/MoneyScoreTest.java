package org.tocsin.lexicons.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Severity;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.ShippedPacks;
import org.tocsin.lexicons.watchlist.Lists;

/** Posts that name by what money can be given, with the shipped packs. */
class MoneyScoreTest {
  private static final String WALLET = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";

  private static final LexiconBundle BUNDLE = ShippedPacks.bundle();
  private final Scorer scorer = new Scorer(BUNDLE);

  private List<Finding> found(String text) {
    boolean unused = scorer.match(text, "en");
    return scorer.findingsWithMoney(text);
  }

  @Test
  void walletAlone_isALowSignalOfFinancingWithoutMatches() {
    Finding finding = only(found("good morning " + WALLET));
    assertThat(finding.category()).isEqualTo(Category.FINANCING);
    assertThat(finding.score()).isEqualTo(Scorer.MONEY_ALONE);
    assertThat(finding.severity()).isEqualTo(Severity.P3);
    assertThat(finding.matches()).isEmpty();
    assertThat(finding.observables()).hasSize(1);
  }

  @Test
  void twoWallets_weighNoMoreThanOne() {
    assertThat(only(found(WALLET + " or " + Lists.BTC)).score()).isEqualTo(Scorer.MONEY_ALONE);
  }

  @Test
  void charityAround_lowersAndIsShown() {
    Finding finding = only(found("Red Cross relief for flood victims " + WALLET));
    assertThat(finding.score()).isLessThan(Scorer.MONEY_ALONE);
    assertThat(finding.context()).contains("humanitarian");
  }

  @Test
  void noMoney_isNothing() {
    assertThat(found("good morning")).isEmpty();
    assertThat(found("mail somebody@mail.example or see https://a.example/b")).isEmpty();
  }

  @Test
  void appealWithWallet_isWhatItMatched_andNoMore() {
    String text = "No amount is too small, send it to " + WALLET;
    List<Finding> found = found(text);
    assertThat(found).isEqualTo(scorer.findings(text)).isNotEmpty();
    assertThat(only(found).score()).isGreaterThan(Scorer.MONEY_ALONE);
    assertThat(only(found).matches()).extracting(Match::entry).doesNotContain("money");
  }

  /** The name weighs more than the wallet, and in its place: the two are one thing. */
  @Test
  void listedNameWithWallet_isTheNamesWeightAlone() {
    Scorer listed = new Scorer(BUNDLE, Lists.sample());
    String text = "Red Harbour Front " + WALLET;
    assertThat(listed.match(text, "en")).isTrue();
    Finding finding = only(listed.findingsWithMoney(text));
    assertThat(finding.score()).isEqualTo(0.15);
    assertThat(finding.matches()).extracting(Match::entry).containsExactly("watchlist:x:E1");
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }
}
