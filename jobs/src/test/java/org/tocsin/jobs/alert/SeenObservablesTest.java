package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Observable;

class SeenObservablesTest {
  private static final Observable WALLET = new Observable("btc", "1abc", 7, 11, true, "usdt");

  @Test
  void add_sameFromTwoPosts_isOneOfNoPlaceListedByEither() {
    SeenObservables seen = new SeenObservables();
    seen.add(WALLET.listedAs(List.of("ofac:2")));
    seen.add(WALLET);
    seen.add(WALLET.listedAs(List.of("ofac:1", "ofac:2")));

    assertThat(seen.all())
        .containsExactly(
            new Observable("btc", "1abc", 0, 0, true, "usdt", List.of("ofac:1", "ofac:2")));
  }

  @Test
  void add_moreThanAreKept_listedStayInAnyOrder() {
    List<Observable> many =
        new ArrayList<>(
            IntStream.range(0, 60)
                .mapToObj(i -> new Observable("btc", "1" + i, 0, 1, null))
                .toList());
    Observable listed = new Observable("xmr", "9", 0, 0, true).listedAs(List.of("ofac:1"));
    many.add(listed);
    SeenObservables first = of(many);
    assertThat(first.all()).hasSize(SeenObservables.MAX).contains(listed);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(many, new Random(seed));
      assertThat(of(many).all()).containsExactlyElementsOf(first.all());
    }
  }

  @Test
  void read_written_isTheSame() throws IOException {
    SeenObservables seen =
        of(List.of(WALLET.listedAs(List.of("un:QDi.001")), new Observable("url", "a", 0, 1, null)));
    DataOutputSerializer out = new DataOutputSerializer(64);
    seen.write(out);
    SeenObservables read = new SeenObservables();
    read.read(new DataInputDeserializer(out.getCopyOfBuffer()), false);
    assertThat(read.all()).containsExactlyElementsOf(seen.all());
  }

  @Test
  void read_writtenBeforeWatchlists_hasNoTokenAndIsUnlisted() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeByte(1);
    out.writeUTF("btc");
    out.writeUTF("1abc");
    out.writeByte(0);
    SeenObservables read = new SeenObservables();
    read.read(new DataInputDeserializer(out.getCopyOfBuffer()), true);
    assertThat(read.all()).containsExactly(new Observable("btc", "1abc", 0, 0, false));
  }

  private static SeenObservables of(List<Observable> observables) {
    SeenObservables seen = new SeenObservables();
    observables.forEach(seen::add);
    return seen;
  }
}
