package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.connectors.format.Told.pseudonym;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Json;
import org.tocsin.events.Post;

class TocsinFormatTest extends PostFormatContract {
  private static final Post POST =
      new Post(
          "forum:a/1",
          "forum",
          "someone",
          "room",
          "plain words \ud83d\udd14",
          "en",
          Instant.parse("2026-03-01T10:00:00Z"),
          Instant.parse("2026-03-01T10:01:00Z"),
          Instant.parse("2026-03-01T10:02:00.123Z"),
          List.of("https://example.org/a"),
          List.of("tag"),
          List.of("other"),
          "forum:a/0",
          "forum:b/9",
          List.of("image"));

  @Override
  PostFormat format() {
    return new TocsinFormat();
  }

  @Override
  String full() {
    return new String(Json.write(POST), StandardCharsets.UTF_8);
  }

  @Override
  String sparse() {
    return "{\"createdAt\":\"2026-03-01T10:00:00Z\",\"text\":\"t\",\"author\":\"a\",\"platform\":\"p\",\"id\":\"p:1\"}";
  }

  @Test
  void postOfTheCodec_isReadWithItsAccountsMadePseudonyms() {
    Told told = Told.by(format(), full());
    assertThat(told.post())
        .usingRecursiveComparison()
        .ignoringFields("author", "mentions")
        .isEqualTo(POST);
    assertThat(told.post().author()).isEqualTo(pseudonym("forum", "someone"));
    assertThat(told.post().mentions()).containsExactly(pseudonym("forum", "other"));
    assertThat(told.givenIds).containsExactly("forum:a/1");
  }

  @Test
  void absentOptionalFields_haveTheirDefaults() {
    Post post = Told.by(format(), sparse()).post();
    assertThat(post.lang()).isEqualTo("und");
    assertThat(post.ingestedAt()).isEqualTo(Told.INGESTED);
    assertThat(post.editedAt()).isNull();
    assertThat(post.replyTo()).isNull();
  }

  @Test
  void missingFields_areNamedAllAtOnce() {
    assertThat(Told.by(format(), "{\"platform\":\"p\",\"author\":null,\"text\":\"t\"}").reasons)
        .containsExactly("missing required fields 'id', 'author', 'createdAt'");
    assertThat(Told.by(format(), sparse().replace("\"id\"", "\"ID\"")).reasons)
        .containsExactly("missing required field 'id'");
  }

  @Test
  void wrongTypes_areNamedWithTheField() {
    assertThat(Told.by(format(), sparse().replace("\"t\"", "7")).reasons)
        .containsExactly("field 'text' is a number, expected a string");
    assertThat(Told.by(format(), "{\"links\":[1]}").reasons)
        .containsExactly("field 'links.0' is a number, expected a string");
    assertThat(Told.by(format(), "{\"links\":{}}").reasons)
        .containsExactly("field 'links' is an object, expected an array");
  }

  @Test
  void time_thatIsNone_isShown() {
    assertThat(Told.by(format(), sparse().replace("2026-03-01T10:00:00Z", "yesterday")).reasons)
        .singleElement()
        .asString()
        .startsWith("field 'createdAt' is 'yesterday', expected");
    assertThat(Told.by(format(), sparse().replace("2026", "+999999999")).reasons)
        .singleElement()
        .asString()
        .startsWith("field 'createdAt' is '+999999999-03");
  }

  @Test
  void ingestion_inTheFuture_isNotBelieved() {
    String late = sparse().replace("{", "{\"ingestedAt\":\"2030-01-01T00:00:00Z\",");
    assertThat(Told.by(format(), late).post().ingestedAt()).isEqualTo(Told.INGESTED);
  }

  @Test
  void deletion_retractsAtItsTime() {
    assertThat(
            Told.by(
                    format(),
                    "{\"deleted\":\"p:1\",\"at\":\"2026-03-01T11:00:00Z\"}",
                    "{\"deleted\":\"p:2\"}",
                    "{\"deleted\":\"p:3\",\"at\":\"2027-01-01T00:00:00Z\"}")
                .retractions)
        .containsExactly(
            new Told.Retraction("p:1", Instant.parse("2026-03-01T11:00:00Z")),
            new Told.Retraction("p:2", Told.INGESTED),
            new Told.Retraction("p:3", Told.INGESTED));
  }

  @Test
  void textOfTenMegabytes_isRead() {
    String text = "a".repeat(10_000_000);
    assertThat(Told.by(format(), sparse().replace("\"t\"", "\"" + text + "\"")).post().text())
        .hasSize(10_000_000);
  }
}
