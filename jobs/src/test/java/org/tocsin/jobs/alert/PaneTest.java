package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Category;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;

class PaneTest {
  private static final long LENGTH = 60_000;

  /** Two posts and a wallet, as version 3 wrote them. */
  private static final String BEFORE_LENGTHS =
      "AwAAAAAAAAAAAAAAAAAA6mAAAQMCwAIkAisA9tzDYxabyHrtaVhnJCG+CLC/AAAAALKS4nIAE4gAAAAA"
          + "AOvZNL2nGfJ/jBm2S42sLm/w7/7qdvt/awAAAACykuJyABOIAAAAAQACwAIkAisA9tx//////////wAA"
          + "BmJ1bmRsZQAAAAN4OjAAAXgAB2F1dGhvcjAAAAAAAAAAAAAAAAAAAAAAAmVuAAZhIHRleHQAAAAAAQEj"
          + "RWeJq83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vP+AAAAAAAAABAAVlbnRyeQAGcGFja0AxAAAAAAAA"
          + "AAAGAAZhIHRleHQABWV4YWN0P+AAAAAAAAAA69k0vacZ8n9//////////wAABmJ1bmRsZQAAAAN4OjEA"
          + "AXgAB2F1dGhvcjEAAAAAAAAAAAAAAAAPQkAAAmVuAAZhIHRleHQAAAAAAQEjRWeJq83vASNFZ4mrze8B"
          + "I0VniavN7wEjRWeJq83vP+AAAAAAAAABAAVlbnRyeQAGcGFja0AxAAAAAAAAAAAGAAZhIHRleHQABWV4"
          + "YWN0P+AAAAAAAAAAAQADYnRjAAtiYzFxZXhhbXBsZQEAAAACwAIkAisA9tx//////////wADeDowAAAA"
          + "AAAAAAAAAAAAAAF4AAdhdXRob3IwAAAAAQAPYnRjOmJjMXFleGFtcGxl69k0vacZ8n9//////////wAD"
          + "eDoxAAAAAAAAAAAAD0JAAAF4AAdhdXRob3IxAAAAAQAPYnRjOmJjMXFleGFtcGxlAA==";

  @Test
  void read_writtenPane_isTheSame() {
    for (int posts : new int[] {0, 1, 7, Pane.EXACT, Pane.EXACT + 1, 500}) {
      Pane pane = pane(posts, 0);
      byte[] bytes = PaneCodec.write(pane);

      Pane read = PaneCodec.read(bytes);
      assertThat(read.rows).isEqualTo(pane.rows);
      assertShown(read.shown, pane.shown);
      assertThat(window(read))
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes("panes", ".*written")
          .isEqualTo(window(pane));
    }
  }

  @Test
  void joined_partsOneByOne_areTheWholePaneInBoundedSpace() {
    List<Change> changes = changes(500, 2);
    Pane whole = filled(changes);
    byte[] parts = PaneCodec.write(empty());
    int longest = 0;
    for (Change change : changes) {
      parts = PaneCodec.joined(parts, PaneCodec.write(filled(List.of(change))));
      longest = Math.max(longest, parts.length);
    }

    Window window = window(PaneCodec.read(parts));
    assertThat(counts(window)).isEqualTo(counts(window(whole)));
    assertShown(PaneCodec.read(parts).shown, whole.shown);
    assertThat(PaneCodec.place(parts))
        .isEqualTo(new PaneCodec.Place(whole.start, whole.length, whole.horizon));
    assertThat(longest).isBetween(4 * 1024, 8 * 1024);
  }

  @Test
  void read_versionBeforeLengths_isReadAndJoined() {
    byte[] old = Base64.getDecoder().decode(BEFORE_LENGTHS);
    assertThat(old[0]).isEqualTo((byte) 3);

    Pane read = PaneCodec.read(old);
    assertThat(window(read).posts).isEqualTo(2);
    assertThat(read.shown).extracting(one -> one.sample().postId()).containsExactly("x:0", "x:1");
    assertThat(read.observables.all())
        .extracting(one -> one.value())
        .containsExactly("bc1qexample");
    assertThat(counts(window(PaneCodec.counts(old)))).isEqualTo(counts(window(read)));
    assertThat(PaneCodec.place(old)).isEqualTo(new PaneCodec.Place(0, LENGTH, 1));
    assertThat(PaneCodec.atMost(old)).isEqualTo(Integer.MAX_VALUE);

    byte[] both = PaneCodec.joined(old, PaneCodec.write(filled(changes(5, 0).subList(2, 5))));
    assertThat(window(PaneCodec.read(both)).posts).isEqualTo(5);
    assertThat(PaneCodec.atMost(both)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void counts_ofAnyParts_areThoseOfAllThatIsKnown() {
    for (int posts : new int[] {1, 7, Pane.EXACT, Pane.EXACT + 1, 300}) {
      byte[] parts = PaneCodec.write(empty());
      for (Change change : changes(posts, 2)) {
        parts = PaneCodec.joined(parts, PaneCodec.write(filled(List.of(change))));
      }
      Pane counted = PaneCodec.counts(parts);

      assertThat(counts(window(counted))).isEqualTo(counts(window(PaneCodec.read(parts))));
      assertThat(counted.shown).isEmpty();
    }
  }

  @Test
  void atMost_isNoLessThanWhatStands_andUnknownOfASketch() {
    byte[] parts =
        PaneCodec.joined(PaneCodec.write(pane(7, 0)), PaneCodec.write(filled(changes(9, 0))));
    assertThat(PaneCodec.atMost(parts)).isEqualTo(16);
    assertThat(window(PaneCodec.read(parts)).posts).isEqualTo(9);

    byte[] many = PaneCodec.joined(parts, PaneCodec.write(pane(Pane.EXACT + 1, 0)));
    assertThat(PaneCodec.atMost(many)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void read_laterVersion_saysSo() {
    byte[] bytes = PaneCodec.write(pane(1, 0));
    bytes[0] = 99;

    assertThatThrownBy(() -> PaneCodec.read(bytes)).hasStackTraceContaining("version 99");
  }

  @Test
  void window_aPostMoreThanIsExact_becomesAnEstimate() {
    assertThat(window(pane(Pane.EXACT, 0)).exact).isTrue();
    assertThat(window(pane(Pane.EXACT + 1, 0)).exact).isFalse();
  }

  @Test
  void window_sketch_isNearTheTruthAndSubtractsWhatEnded() {
    Window window = window(pane(20_000, 0));
    assertThat(window.posts).isCloseTo(20_000, Percentage.withPercentage(10));
    assertThat(window.authors).isCloseTo(10_000, Percentage.withPercentage(10));
    assertThat(window.weight).isEqualTo(20_000L * Row.UNIT / 2);

    Window half = window(pane(20_000, 2));
    assertThat(half.posts).isCloseTo(10_000, Percentage.withPercentage(10));
    assertThat(half.weight).isEqualTo(10_000L * Row.UNIT / 2);
  }

  @Test
  void merge_anyDivisionAndOrder_givesTheSameWindow() {
    List<Change> changes = changes(300, 3);
    Window whole = window(filled(changes));
    Random random = new Random(5);
    for (int round = 0; round < 5; round++) {
      List<Pane> parts = new ArrayList<>(Arrays.asList(empty(), empty(), empty(), empty()));
      for (Change change : changes) {
        int part = Math.floorMod(change.signal().post().id().hashCode(), parts.size());
        parts.get(part).add(Row.of(change), Evidence.of(change));
      }
      java.util.Collections.shuffle(parts, random);
      Pane merged = empty();
      parts.forEach(part -> merged.merge(PaneCodec.read(PaneCodec.write(part))));
      Window window = window(merged);

      assertThat(counts(window)).isEqualTo(counts(whole));
      assertShown(window.shown, whole.shown);
    }
  }

  @Test
  void bytes_ofPanes_areBounded() {
    assertThat(PaneCodec.write(pane(1, 0)).length).isLessThan(400);
    assertThat(PaneCodec.write(pane(5, 0)).length).isLessThan(2_000);
    assertThat(PaneCodec.write(pane(Pane.EXACT, 0)).length).isLessThan(5_000);
    assertThat(PaneCodec.write(pane(50_000, 0)).length).isLessThan(3_500);
  }

  private static void assertShown(List<Shown> shown, List<Shown> expected) {
    assertThat(shown)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("written")
        .isEqualTo(expected);
  }

  private static List<Long> counts(Window window) {
    return List.of(window.posts, window.authors, window.weight, window.first, window.last);
  }

  private static Window window(Pane pane) {
    return Window.of(List.of(pane), LENGTH);
  }

  private static Pane empty() {
    return new Pane(0, LENGTH, 1, 3);
  }

  private static Pane pane(int posts, int everyEnds) {
    return filled(changes(posts, everyEnds));
  }

  private static Pane filled(List<Change> changes) {
    Pane pane = empty();
    changes.forEach(change -> pane.add(Row.of(change), Evidence.of(change)));
    return pane;
  }

  /** Two posts of each account; one in so many ends within the pane, none for 0. */
  private static List<Change> changes(int posts, int everyEnds) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      Signal signal =
          Signals.of(
              "x:" + i, i % 50_000, Category.HATE, "author" + i / 2, "x", "en", 0.5, "a text");
      changes.add(Change.first(signal));
      if (everyEnds > 0 && i % everyEnds == 0) {
        changes.add(
            new Change(signal.retracted(Instant.ofEpochMilli(55_000)), true, Change.STANDING));
      }
    }
    return changes;
  }
}
