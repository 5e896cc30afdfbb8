package org.tocsin.cli.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Link;
import org.tocsin.events.Match;
import org.tocsin.events.Measure;
import org.tocsin.events.Observable;
import org.tocsin.events.Sample;
import org.tocsin.events.Severity;

class AlertCardTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void draw_plain_isReadableWithoutColours() {
    String card =
        new AlertCard(Ink.PLAIN).draw(alert(sample("one red river here", 0, match(4, 13))));
    assertThat(card)
        .isEqualToNormalizingNewlines(
            """
            ┌─ P2  A title
            │  Five posts.
            │  window 2026-03-01 12:00 to 12:10 UTC, open
            │  posts 5 (asked: 3)
            │
            │  12:00  x  account abcdef01 in room  score 0.50
            │    one [red river] here
            │    entry (exact); context: news
            │
            │  and 4 more
            └─ alert id, p@1/r, bundle bundle
            """);
  }

  @Test
  void draw_resolved_saysSoWithoutShowingPostsAgain() {
    Alert alert =
        alert(sample("one red river here", 0, match(4, 13)))
            .told("id", 3, Alert.Status.RESOLVED, Severity.P2, "Over.", AT);
    assertThat(new AlertCard(Ink.PLAIN).draw(alert))
        .isEqualToNormalizingNewlines(
            """
            ┌─ P2  A title
            │  Over.
            │  window 2026-03-01 12:00 to 12:10 UTC, resolved, revision 3
            └─ alert id, p@1/r, bundle bundle
            """);
  }

  @Test
  void whole_resolved_showsItsPosts() {
    Alert alert =
        alert(sample("one red river here", 0, match(4, 13)))
            .told("id", 3, Alert.Status.RESOLVED, Severity.P2, "Over.", AT);
    assertThat(new AlertCard(Ink.PLAIN).whole(alert))
        .contains("│  Over.", "resolved, revision 3", "one [red river] here");
  }

  @Test
  void draw_observables_areShownOnceAndDefanged() {
    Observable wallet = new Observable("tron", "TAbc", 4, 8, true, "usdt");
    Observable again = new Observable("tron", "TAbc", 0, 4, true, "usdt");
    Observable link = new Observable("url", "https://example.org/a", 0, 9, null);
    String card = new AlertCard(Ink.PLAIN).draw(alert(sample("a", 0), wallet, again, link));
    assertThat(card)
        .contains("│  in the posts: tron TAbc (usdt), url hxxps://example[.]org/a")
        .containsOnlyOnce("TAbc");
  }

  @Test
  void draw_manyObservables_saysHowManyMore() {
    Observable[] many =
        IntStream.range(0, 20)
            .mapToObj(i -> new Observable("btc", "1abc" + i, 0, 4, true))
            .toArray(Observable[]::new);
    assertThat(new AlertCard(Ink.PLAIN).draw(alert(sample("a", 0), many)))
        .contains("btc 1abc7 and 12 more")
        .doesNotContain("1abc8");
  }

  @Test
  void draw_links_sayWhoNamedWhatWhereAndWhen() {
    Link[] links =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new Link(
                        "x:" + i,
                        AT.plusSeconds(60L * i),
                        "x",
                        "abcdef0123456789",
                        i == 0 ? null : "room\u001b",
                        i == 1 ? List.of() : List.of("btc:1a", "payment-page:pay[.]example/a")))
            .toArray(Link[]::new);
    Alert alert = withLinks(1, links);
    assertThat(new AlertCard(Ink.PLAIN).draw(alert))
        .contains("│  who named what, when:")
        .contains("│    03-01 12:00  x  account abcdef01  btc:1a, payment-page:pay[.]example/a")
        .contains(
            "│    03-01 12:01  x  account abcdef01 in room\ufffd  (an appeal, nothing to give by)")
        .contains("│    and 2 more: ./tocsin graph draws them")
        .doesNotContain("12:10  x  account abcdef01 in");
  }

  @Test
  void draw_provisional_saysSo() {
    assertThat(new AlertCard(Ink.PLAIN).draw(withLinks(0)))
        .contains("window 2026-03-01 12:00 to 12:10 UTC, open, provisional");
  }

  private static Alert withLinks(int revision, Link... links) {
    Alert plain = alert(sample("a", 0));
    return new Alert(
        "id",
        revision,
        Alert.Status.OPEN,
        "p@1/r",
        "A title",
        plain.group(),
        Severity.P2,
        AT,
        plain.windowEnd(),
        "Five posts.",
        plain.measures(),
        5,
        4,
        1,
        1,
        AT,
        AT,
        plain.samples(),
        List.of(),
        "bundle",
        null,
        null,
        null,
        List.of(links));
  }

  @Test
  void draw_colour_marksAndResets() {
    String card = new AlertCard(Ink.COLOUR).draw(alert(sample("red river", 0, match(0, 9))));
    assertThat(card).contains("\u001b[1m\u001b[33mred river\u001b[0m");
  }

  @Test
  void draw_excerpt_countsSpansFromTheOriginal() {
    assertThat(drawn(sample("tail red river", 100, match(105, 114)))).contains("tail [red river]");
  }

  @Test
  void draw_overlappingAndCutSpans_marksEachUnitOnce() {
    assertThat(drawn(sample("red river", 0, match(0, 9), match(4, 9))))
        .contains("    [red river]\n");
    assertThat(drawn(sample("red", 0, match(0, 9)))).contains("    [red]\n");
    assertThat(drawn(sample("red", 50, match(0, 9)))).contains("    red\n");
  }

  @Test
  void draw_textThatSteersTheTerminal_isMadeHarmless() {
    assertThat(drawn(sample("a\u001b[2Jb\u202ec\rd", 0, match(0, 1))))
        .contains("[a]\ufffd[2Jb\ufffdc\ufffdd");
  }

  private static String drawn(Sample sample) {
    return new AlertCard(Ink.PLAIN).draw(alert(sample)).replace(System.lineSeparator(), "\n");
  }

  private static Match match(int start, int end) {
    return new Match("entry", "p@1", Category.ARMS, start, end, "surface", "exact", 0.5);
  }

  private static Sample sample(String text, int offset, Match... matches) {
    return new Sample(
        "x:1",
        "x",
        "abcdef0123456789",
        "room",
        AT,
        "en",
        text,
        offset,
        "ff",
        0.5,
        List.of(matches),
        List.of("news"));
  }

  private static Alert alert(Sample sample, Observable... observables) {
    return new Alert(
        "id",
        1,
        Alert.Status.OPEN,
        "p@1/r",
        "A title",
        Map.of("category", "arms"),
        Severity.P2,
        AT,
        AT.plusSeconds(600),
        "Five posts.",
        List.of(new Measure("posts", 5, 3)),
        5,
        4,
        1,
        1,
        AT,
        AT,
        List.of(sample),
        List.of(observables),
        "bundle");
  }
}
