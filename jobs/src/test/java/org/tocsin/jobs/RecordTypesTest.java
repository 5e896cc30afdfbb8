package org.tocsin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeType;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.ContextEvidence;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Match;
import org.tocsin.events.Measure;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.Sample;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.events.Verdict;
import org.tocsin.events.Watch;
import org.tocsin.jobs.alert.Account;
import org.tocsin.jobs.alert.Candidate;
import org.tocsin.jobs.alert.Control;
import org.tocsin.jobs.alert.Episode;
import org.tocsin.jobs.alert.KnownRule;
import org.tocsin.jobs.alert.Notice;
import org.tocsin.jobs.detect.Change;
import org.tocsin.jobs.detect.Outcome;
import org.tocsin.jobs.detect.PostEvent;
import org.tocsin.jobs.detect.PostSeen;

/** Every record that travels is a Flink POJO to its last field: no Kryo. */
class RecordTypesTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final Match MATCH =
      new Match("e", "p@1", Category.HATE, 0, 4, "text", "exact", 0.5);
  private static final Observable CHECKED = new Observable("btc", "1abc", 0, 4, true);
  private static final Observable UNCHECKED = new Observable("url", "example.org", 0, 4, null);
  private static final Post FULL =
      new Post(
          "x:1",
          "x",
          "0f",
          "room",
          "text \uD83D\uDD25",
          "en",
          AT,
          AT,
          AT,
          List.of("l"),
          List.of("t"),
          List.of("m"),
          "x:0",
          "x:9",
          List.of("image"));
  private static final Post SPARSE =
      new Post(
          "x:1", "x", "0f", null, "", "und", AT, null, AT, List.of(), List.of(), List.of(), null,
          null, List.of());
  private static final Signal SIGNAL = signal(FULL, List.of("news"), List.of(CHECKED, UNCHECKED));
  private static final Signal BARE = signal(SPARSE, List.of(), List.of());
  private static final DeadLetter LETTER =
      DeadLetter.of("file:1", "parse", "not JSON", new byte[] {1, 2}, AT);

  static Stream<Record> instances() {
    return Stream.of(
        MATCH,
        CHECKED,
        UNCHECKED,
        FULL,
        SPARSE,
        SIGNAL.retracted(AT),
        BARE,
        Sample.of(SIGNAL),
        Sample.of(BARE),
        new Measure("posts", 5, 3),
        new Measure("rate", 5, 3, 0.25),
        alert(Map.of("category", "hate", "language", "en"), SIGNAL),
        alert(Map.of(), BARE),
        new Verdict("id", Verdict.Decision.SNOOZED, null, AT, "analyst", AT, "note"),
        new Verdict("id", Verdict.Decision.CONFIRMED, null, null, "analyst", AT, null),
        LETTER,
        new Outcome(Outcome.Kind.POST, 1, null, null, null, new PostSeen("x", "en", 1, false)),
        new Outcome(Outcome.Kind.DEAD_LETTER, Outcome.NO_TIME, "x:1", SIGNAL, LETTER, null),
        new BundleManifest(1, "digest", 9, 2, "ab", AT, "keeper", AT, true, "note"),
        new BundleManifest(1, "digest", 9, 2, "ab", AT, "keeper", AT, false, null),
        new PostEvent("x:1", 1, SIGNAL),
        new PostEvent("x:1", 1, null),
        new PostSeen("x", "und", 1, true),
        new Change(SIGNAL.retracted(AT), true, Change.STANDING),
        Control.of(new Watch("w", "Title", AT, AT.plusSeconds(1), "analyst")),
        Control.of(new Watch("w", "Title", AT, AT.plusSeconds(1), "analyst", AT)),
        new Control(Control.Kind.RULE, "", "", 2, 3, 0, new KnownRule("r#1", "{}", 1, 2, 3), null),
        new KnownRule("r#1", "{}", 1, Long.MIN_VALUE, Long.MAX_VALUE),
        Notice.of(new Verdict("id", Verdict.Decision.CONFIRMED, null, null, "analyst", AT, null)),
        new Notice(null, new KnownRule("r#1", "{}", 1, 2, 3)),
        new Candidate(
            "r", List.of("hate"), 1, true, false, 0.5, alert(Map.of(), SIGNAL), "c2tldGNo"),
        new Candidate("r", List.of(), 1, false, false, -1, null, null),
        new Account(List.of(1L, 2L), 3),
        new Episode("r", alert(Map.of(), BARE), true, 1, 2, 3, 4, Episode.Judged.DISMISSED));
  }

  @ParameterizedTest
  @MethodSource("instances")
  void serializer_everyRecord_givesItBack(Record record) throws IOException {
    assertThat(roundTrip(record, record.getClass())).isEqualTo(record);
  }

  @ParameterizedTest
  @MethodSource("instances")
  void typeInformation_everyRecord_hasNoGenericTypeInIt(Record record) {
    TypeInformation<?> type = TypeInformation.of(record.getClass());

    assertThat(type).isInstanceOf(PojoTypeInfo.class);
    assertThat(parts(type)).noneMatch(GenericTypeInfo.class::isInstance);
  }

  private static <T> T roundTrip(Record record, Class<T> type) throws IOException {
    Configuration noKryo = new Configuration().set(PipelineOptions.GENERIC_TYPES, false);
    TypeSerializer<T> serializer =
        TypeInformation.of(type).createSerializer(new SerializerConfigImpl(noKryo));
    DataOutputSerializer out = new DataOutputSerializer(256);
    serializer.serialize(serializer.copy(type.cast(record)), out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    T back = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return back;
  }

  private static Stream<TypeInformation<?>> parts(TypeInformation<?> type) {
    Stream<TypeInformation<?>> inner = Stream.of();
    if (type instanceof CompositeType<?> composite) {
      inner =
          Stream.iterate(0, i -> i < composite.getArity(), i -> i + 1).map(composite::getTypeAt);
    } else if (type instanceof ListTypeInfo<?> list) {
      inner = Stream.of(list.getElementTypeInfo());
    } else if (type instanceof MapTypeInfo<?, ?> map) {
      inner = Stream.of(map.getKeyTypeInfo(), map.getValueTypeInfo());
    }
    return Stream.concat(Stream.of(type), inner.flatMap(RecordTypesTest::parts));
  }

  private static Signal signal(Post post, List<String> context, List<Observable> observables) {
    return new Signal(
        post,
        Category.HATE,
        0.5,
        true,
        Severity.P3,
        context,
        List.of(MATCH),
        2,
        observables,
        7,
        "ff",
        "bundle",
        null,
        context.stream().map(tag -> new ContextEvidence(tag, 0, 4, "text")).toList(),
        context.isEmpty() ? null : "c2tldGNo");
  }

  private static Alert alert(Map<String, String> group, Signal signal) {
    return new Alert(
        "id",
        1,
        Alert.Status.OPEN,
        "p@1/r",
        "Title",
        group,
        Severity.P2,
        AT,
        AT.plusSeconds(600),
        "5 posts",
        List.of(new Measure("posts", 5, 3)),
        5,
        4,
        1,
        0,
        AT,
        AT,
        group.isEmpty() ? List.of() : List.of(Sample.of(signal)),
        signal.observables(),
        "bundle");
  }
}
