package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.connectors.format.Told.pseudonym;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Post;

class JsonlFormatTest extends PostFormatContract {
  @Override
  PostFormat format() {
    return new JsonlFormat();
  }

  @Override
  String full() {
    return """
        {"id":"a1","text":"plain words","lang":"ru","author":"someone","created_at":"2026-03-01T10:00:00Z",\
        "platform":"forum","channel":"room"}""";
  }

  @Override
  String sparse() {
    return "{\"text\":\"t\"}";
  }

  @Test
  void everyField_isRead() {
    Post post = Told.by(format(), full()).post();
    assertThat(post.id()).isEqualTo("forum:a1");
    assertThat(post.platform()).isEqualTo("forum");
    assertThat(post.author()).isEqualTo(pseudonym("forum", "someone"));
    assertThat(post.channel()).isEqualTo("room");
    assertThat(post.lang()).isEqualTo("ru");
    assertThat(post.text()).isEqualTo("plain words");
    assertThat(post.createdAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void textAlone_isEnough() {
    Post post = Told.by(format(), sparse()).post();
    assertThat(post.id()).isEqualTo("jsonl:file:1");
    assertThat(post.author()).isEqualTo(pseudonym("jsonl", "unknown"));
    assertThat(post.lang()).isEqualTo("und");
    assertThat(post.createdAt()).isEqualTo(Told.INGESTED);
  }

  @ParameterizedTest
  @CsvSource({"forum:7, forum:7", "forum:, forum:forum:", "7, forum:7", "other:7, forum:other:7"})
  void idThatBeginsWithItsPlatform_isNotPrefixedAgain(String given, String id) {
    Told told =
        Told.by(format(), "{\"id\":\"%s\",\"platform\":\"forum\",\"text\":\"t\"}".formatted(given));
    assertThat(told.post().id()).isEqualTo(id);
    assertThat(told.givenIds).containsExactly(given);
  }

  @Test
  void absentId_isThePlaceAmongAllRecords() {
    Told told =
        Told.by(
            format(), sparse(), "broken", sparse(), "{\"id\":12345678901234567890,\"text\":\"t\"}");
    assertThat(told.givenIds).containsExactly("1", "3", "12345678901234567890");
    assertThat(told.posts)
        .extracting(Post::id)
        .containsExactly("jsonl:file:1", "jsonl:file:3", "jsonl:12345678901234567890");
  }

  @Test
  void absentText_isUnreadable() {
    assertThat(Told.by(format(), "{\"id\":1}").reasons)
        .containsExactly("missing required field 'text'");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00.5+02:00, 2026-03-01T08:00:00.500Z",
    "2026-03-01T10:00Z, 2026-03-01T10:00:00Z",
    "2026-03-01 10:00:00, 2026-03-01T10:00:00Z",
    "1772359200, 2026-03-01T10:00:00Z",
    "1772359200123, 2026-03-01T10:00:00.123Z",
    "0, 2026-03-01T12:00:00Z"
  })
  void time_inEveryForm_isRead(String written, Instant expected) {
    String json = "{\"text\":\"t\",\"createdAt\":\"" + written + "\"}";
    assertThat(Told.by(format(), json).post().createdAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"01.03.2026", "2026-02-30 10:00:00", "-5", "soon", "99999999999999999999"})
  void time_inAnotherForm_isShownWithTheExpectedOnes(String written) {
    String json = "{\"text\":\"t\",\"createdAt\":\"" + written + "\"}";
    assertThat(Told.by(format(), json).reasons)
        .singleElement()
        .asString()
        .contains("'" + written + "'", "2026-03-01T12:00:00Z", "2026-03-01 12:00:00", "epoch");
  }
}
