package org.tocsin.lexicons.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Observable;
import org.tocsin.lexicons.MatchSink;

class WatchlistMatcherTest {
  private final WatchlistMatcher matcher = Lists.sample().newMatcher();
  private final List<String> told = new ArrayList<>();
  private final MatchSink sink =
      (entry, start, end, how) ->
          told.add("%s %s %d-%d".formatted(entry.id(), entry.weight(), start, end));

  @Test
  void values_listedWallet_isToldAndMarked() {
    assertThat(matcher.values("to " + Lists.BTC + " please", sink)).isTrue();
    assertThat(told).containsExactly("watchlist:x:E1 1.0 3-45");
    assertThat(matcher.observables(9))
        .containsExactly(new Observable("btc", Lists.BTC, 3, 45, true).listedAs(List.of("x:E1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1qw508d6q ejxtdg4y5r3zarvary0c5xw7kv8f3t4",
      })
  void values_otherSpellings_areTheSameValue(String text) {
    assertThat(matcher.values(text, sink)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no wallet at all",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "Red Harbour Front",
      })
  void values_anythingElse_isNotListed(String text) {
    assertThat(matcher.values(text, sink)).isFalse();
    assertThat(told).isEmpty();
    assertThat(matcher.observables(9)).allSatisfy(one -> assertThat(one.listed()).isEmpty());
  }

  /** Every post of a stream is looked at. */
  @Test
  void values_postsWithoutObservables_makeNoGarbage() {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    MatchSink none = (entry, start, end, how) -> {};
    for (int i = 0; i < 1_000; i++) {
      matcher.values("good morning to all of you, 12 boats and 3 gulls", none);
    }
    long before = thread.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      matcher.values("good morning to all of you, 12 boats and 3 gulls", none);
    }
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
  }

  @Test
  void observables_moreThanWanted_keepTheListedOne() {
    String others =
        IntStream.range(0, 60)
            .mapToObj(i -> "t.me/+AAAAAAAA" + (10 + i))
            .collect(Collectors.joining(" "));
    assertThat(matcher.values(others + " " + Lists.BTC, sink)).isTrue();
    assertThat(matcher.observables(50)).hasSize(50);
    assertThat(matcher.observables(50).get(0).listed()).containsExactly("x:E1");
  }

  @Test
  void values_sameWalletOfTwoItems_namesBoth() {
    WatchlistBuilder two = Lists.builder();
    assertThat(two.identifier("a:9", "other", List.of(), "XBT", Lists.BTC)).isNull();
    WatchlistMatcher both = two.build(List.of()).newMatcher();
    assertThat(both.values(Lists.BTC, sink)).isTrue();
    assertThat(told).containsExactly("watchlist:a:9 1.0 0-42");
    assertThat(both.observables(9).get(0).listed()).containsExactly("a:9", "x:E1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the RED HARBOUR FRONT asks",
        "Рéd Hárbour Front",
        "фронт красной гавани просит",
        "front krasnoy gavani",
      })
  void names_good_areToldInAllScriptsAndSpellings(String text) {
    names(text.replace("Рé", "Ré"));
    assertThat(told).singleElement().asString().startsWith("watchlist:x:E1 0.15");
  }

  @Test
  void names_weak_areNotToldAlone() {
    names("the Harbourmen and Lakesider and time");
    assertThat(told).isEmpty();
  }

  @Test
  void names_weakWithAnObservableThatCarriesMoney_areTold() {
    names("the Harbourmen: 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2");
    assertThat(told).containsExactly("watchlist:x:E1 0.15 4-14");
  }

  @Test
  void names_weakWithAMereLink_areNotTold() {
    names("the Harbourmen: https://example.org");
    assertThat(told).isEmpty();
  }

  @Test
  void names_weakWithAnotherNameOfTheSameItem_areTold() {
    names("Ann Dock Lakeside, called Lakesider; the Harbourmen");
    assertThat(told).containsExactly("watchlist:x:P1 0.15 0-17", "watchlist:x:P1 0.15 26-35");
  }

  private void names(String text) {
    matcher.values(text, (entry, start, end, how) -> {});
    matcher.names(text, sink);
  }
}
