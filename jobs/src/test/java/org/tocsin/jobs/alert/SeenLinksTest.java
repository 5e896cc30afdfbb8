package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Link;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.Severity;
import org.tocsin.events.Sha256;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;

class SeenLinksTest {
  private static final long END = 100_000;

  private static Signal signal(int number, Category category, Observable... observables) {
    Instant at = Instant.ofEpochMilli(number * 10L);
    Post post =
        new Post(
            "x:" + number,
            "x",
            "a" + number % 3,
            number % 2 == 0 ? "room" : null,
            "t",
            "en",
            at,
            null,
            at,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of());
    return new Signal(
        post,
        category,
        0.5,
        true,
        Severity.P3,
        List.of(),
        List.of(),
        0,
        List.of(observables),
        0,
        Sha256.hex("t"),
        "bundle",
        null,
        List.of(),
        null);
  }

  private static Observable wallet(String value) {
    return new Observable("btc", value, 0, 1, true);
  }

  private static SeenLinks of(List<Change> changes) {
    SeenLinks links = new SeenLinks();
    changes.forEach(change -> add(links, change));
    return links;
  }

  private static void add(SeenLinks links, Change change) {
    SeenLinks.Seen seen = Evidence.of(change).link();
    if (seen != null) {
      links.add(seen);
    }
  }

  private static List<Link> told(SeenLinks... panes) {
    return SeenLinks.told(List.of(panes), END);
  }

  @Test
  void add_postsAboutMoneyAlone() {
    SeenLinks links =
        of(
            List.of(
                Change.first(signal(1, Category.FINANCING)),
                Change.first(signal(2, Category.HATE)),
                Change.first(
                    signal(3, Category.HATE, new Observable("email", "a@b.c", 0, 1, null))),
                Change.first(signal(4, Category.HATE, wallet("one")))));
    assertThat(told(links)).extracting(Link::postId).containsExactly("x:1", "x:4");
    assertThat(told(links).get(0).observables()).isEmpty();
    assertThat(told(links).get(1).observables()).containsExactly("btc:one");
    assertThat(told(links).get(1).channel()).isEqualTo("room");
    assertThat(told(links).get(1).author()).isEqualTo("a1");
  }

  @Test
  void add_manyObservables_keepsListedOnesFirst() {
    List<Observable> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(wallet("w" + i));
    }
    many.add(wallet("listed").listedAs(List.of("x:1")));
    many.add(wallet("w0"));
    Signal signal = signal(1, Category.FINANCING, many.toArray(Observable[]::new));
    assertThat(told(of(List.of(Change.first(signal)))).get(0).observables())
        .hasSize(Link.MAX_OBSERVABLES)
        .startsWith("btc:listed", "btc:w0", "btc:w1");
  }

  @Test
  void told_whatEndedBeforeTheWindow_isLeftOut() {
    Signal gone = signal(1, Category.FINANCING);
    SeenLinks links = of(List.of(Change.first(gone), Change.first(signal(2, Category.FINANCING))));
    Signal ended = gone.retracted(Instant.ofEpochMilli(END - 1));
    Change change = new Change(ended, true, Change.STANDING);
    add(links, change);
    assertThat(told(links)).extracting(Link::postId).containsExactly("x:2");
  }

  /** The earliest stay, whatever came first and however it was divided. */
  @Test
  void addAll_anyOrderAndDivision_isTheSame() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Signal signal = signal(i, Category.FINANCING, wallet("w" + i % 5));
      changes.add(Change.first(signal));
      if (i % 4 == 0) {
        Signal ended = signal.retracted(Instant.ofEpochMilli(END - 1 + i % 3));
        changes.add(new Change(ended, true, Change.STANDING));
      }
    }
    List<Link> expected = told(of(changes));
    assertThat(expected).hasSizeBetween(SeenLinks.MAX / 2, SeenLinks.MAX);
    assertThat(expected).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(changes, random);
      int cut = random.nextInt(changes.size());
      SeenLinks both = of(changes.subList(0, cut));
      both.addAll(of(changes.subList(cut, changes.size())));
      assertThat(told(both)).isEqualTo(expected);
    }
  }

  @Test
  void told_ofManyPanes_isBoundedAndEachPostOnce() {
    List<SeenLinks> panes = new ArrayList<>();
    for (int pane = 0; pane < 10; pane++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < SeenLinks.MAX; i++) {
        changes.add(Change.first(signal(pane * 20 + i, Category.FINANCING)));
      }
      panes.add(of(changes));
    }
    List<Link> told = SeenLinks.told(panes, END);
    assertThat(told).hasSize(SeenLinks.TOLD).doesNotHaveDuplicates();
    assertThat(told.get(0).postId()).isEqualTo("x:0");
  }

  @Test
  void read_written_isTheSame() throws Exception {
    SeenLinks links =
        of(
            List.of(
                Change.first(signal(1, Category.FINANCING, wallet("one"), wallet("two"))),
                Change.first(signal(2, Category.FINANCING)),
                Change.first(Signals.of("x:3", 7, Category.FINANCING))));
    DataOutputSerializer out = new DataOutputSerializer(64);
    links.write(out);
    SeenLinks read = new SeenLinks();
    read.read(new DataInputDeserializer(out.getCopyOfBuffer()));
    assertThat(told(read)).hasSize(3).isEqualTo(told(links));
  }
}
