package org.tocsin.jobs.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.PseudonymKey;

/** The protocol of the package: bands, candidates, centres, one alert for a family. */
class FamiliesTest {
  private static final int LEAST_COPIES = 5;
  private static final Sketcher SKETCHER = new Sketcher(new PseudonymKey(new byte[32]));

  private static Sketch sketch(String text) {
    return Objects.requireNonNull(SKETCHER.of(text));
  }

  private static List<Sketch> copies(Copying copying, List<String> original, int n, double edits) {
    List<Sketch> copies = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      copies.add(sketch(copying.written(copying.copy(original, edits))));
    }
    return copies;
  }

  /** The candidates that a job keyed by band would give. */
  private static List<Family> candidates(List<Sketch> texts) {
    Map<String, List<Sketch>> bands = new HashMap<>();
    texts.forEach(
        text ->
            text.bands()
                .forEach(band -> bands.computeIfAbsent(band, b -> new ArrayList<>()).add(text)));
    return bands.values().stream()
        .filter(members -> members.size() >= LEAST_COPIES)
        .map(Family::of)
        .filter(Family::isClose)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.15})
  void unite_familiesAmongOthers_oneAlertEach(double edits) {
    Copying copying = new Copying(3);
    List<Sketch> texts = new ArrayList<>();
    List<Sketch> originals = new ArrayList<>();
    for (int family = 0; family < 30; family++) {
      List<String> original = copying.text(25);
      originals.add(sketch(copying.written(original)));
      texts.addAll(copies(copying, original, 10, edits));
    }
    for (int i = 0; i < 500; i++) {
      texts.add(sketch(copying.written(copying.text())));
    }
    List<List<Family>> alerts = Families.unite(candidates(texts), family -> family);
    assertThat(alerts).hasSize(30);
    for (Sketch original : originals) {
      assertThat(alerts.stream().filter(alert -> alert.get(0).holds(original))).hasSize(1);
    }
  }

  @Test
  void unite_anyOrder_isTheSame() {
    Copying copying = new Copying(4);
    List<Sketch> texts = new ArrayList<>();
    for (int family = 0; family < 5; family++) {
      texts.addAll(copies(copying, copying.text(30), 8, 0.1));
    }
    Set<Set<String>> before = names(texts);
    Collections.shuffle(texts, new Random(1));
    assertThat(names(texts)).isEqualTo(before).hasSize(5);
  }

  private static Set<Set<String>> names(List<Sketch> texts) {
    Set<Set<String>> names = new HashSet<>();
    for (List<Family> united : Families.unite(candidates(texts), family -> family)) {
      Set<String> of = new HashSet<>();
      united.forEach(family -> of.add(family.name() + family.centre()));
      names.add(of);
    }
    return names;
  }

  @Test
  void unite_chain_isOneAndOthersStay() {
    Family one = Family.of(List.of(sketch("alpha bravo charlie delta echo foxtrot golf hotel")));
    Family like = Family.of(List.of(sketch("alpha bravo charlie delta echo foxtrot golf india")));
    Family other = Family.of(List.of(sketch("kilo lima mike november oscar papa quebec romeo")));
    assertThat(Families.unite(List.of(one, other, like), family -> family))
        .containsExactly(List.of(one, like), List.of(other));
    assertThat(Families.unite(List.<Family>of(), family -> family)).isEmpty();
  }

  @Test
  void centre_manyEditedCopies_isTheOriginal() {
    Copying copying = new Copying(5);
    List<String> original = copying.text(30);
    Family family = Family.of(copies(copying, original, 15, 0.15));
    assertThat(family.centre().similarity(sketch(copying.written(original)))).isGreaterThan(0.9);
    assertThat(family.isClose()).isTrue();
  }

  @Test
  void name_copiesComeAndGo_stays() {
    Copying copying = new Copying(6);
    List<Sketch> copies = copies(copying, copying.text(30), 20, 0.1);
    assertThat(Family.of(copies.subList(0, 12)).name())
        .hasSize(16)
        .isEqualTo(Family.of(copies.subList(8, 20)).name());
  }

  @Test
  void isClose_chanceMeeting_isNot() {
    Copying copying = new Copying(7);
    List<Sketch> texts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      texts.add(sketch(copying.written(copying.text(30))));
    }
    assertThat(Family.of(texts).isClose()).isFalse();
  }

  @Test
  void of_nobody_isRefused() {
    assertThatThrownBy(() -> Family.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
