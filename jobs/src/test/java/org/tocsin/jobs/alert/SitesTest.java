package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.Site.example/a/b?c=d, site.example",
    "https://m.site.example, site.example",
    "http://t.co/AbC1, t.co/AbC1",
    "http://t.co, t.co",
    "https://youtu.be/xYz/, youtu.be/xYz",
    "https://www.youtube.com/watch?v=abc, youtube.com/watch?v=abc",
    "https://twitter.com/somebody/status/12?s=20, twitter.com/somebody/status/12",
    "https://not-t.co/AbC1, not-t.co",
  })
  void of_link_isItsHostOrThePageWhereTheHostIsEverybodys(String link, String site) {
    assertThat(Sites.of(link)).containsExactly(site);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no link", "mailto:a@site.example", "https://a b"})
  void of_whatIsNoLink_isNothing(String link) {
    assertThat(Sites.of(link)).isEmpty();
  }
}
