package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "OBSERVABLE, url:https://site.example/a.b, url:hxxps://site[.]example/a.b",
    "OBSERVABLE, invite:t.me/+AbC, invite:t[.]me/+AbC",
    "OBSERVABLE, email:first.last@site.example, email:first[.]last[@]site[.]example",
    "OBSERVABLE, btc:1abc, btc:1abc",
    "LINK_DOMAIN, site.example, site[.]example",
    "PLATFORM, mastodon.example, mastodon[.]example",
    "CHANNEL, https://t.me/room, hxxps://t[.]me/room",
    "ENTRY, propaganda.lamp, propaganda.lamp",
    "AUTHOR, 0f1e, 0f1e",
    "HASHTAG, site.example, site[.]example",
  })
  void shown_whatSoftwareMakesALink_isDefangedAndAllElseStays(
      GroupBy by, String value, String shown) {
    assertThat(Words.shown(by, value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 s", "61000, 61 s", "121000, 3 min", "3600000, 1 h", "172800000, 2 d"})
  void span_anyTime_isInItsLargestFittingUnit(long millis, String shown) {
    assertThat(Words.span(Duration.ofMillis(millis))).isEqualTo(shown);
  }
}
