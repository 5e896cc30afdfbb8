package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.connectors.format.Told.pseudonym;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Post;

class XFormatTest extends PostFormatContract {
  @Override
  PostFormat format() {
    return new XFormat();
  }

  @Override
  String full() {
    return """
        {"data":{"id":"1900000000000000001","text":"plain words","author_id":"42","lang":"in",\
        "created_at":"2026-03-01T10:00:00.000Z","referenced_tweets":[{"type":"quoted","id":"7"},\
        {"type":"replied_to","id":"8"}],"attachments":{"media_keys":["3_1","3_2"]},\
        "entities":{"urls":[{"url":"https://t.co/a","expanded_url":"https://example.org/a"},\
        {"url":"https://t.co/b"}],"hashtags":[{"start":1,"tag":"tag"}],\
        "mentions":[{"username":"one","id":"43"},{"username":"two"}]},\
        "edit_history_tweet_ids":["1900000000000000001"]},\
        "includes":{"media":[{"media_key":"3_1","type":"photo"}],"users":[{"id":"42"}],\
        "tweets":[{"id":"7","text":"quoted"}]},"matching_rules":[{"id":1}]}""";
  }

  @Override
  String sparse() {
    return "{\"data\":{\"id\":\"20\",\"text\":\"t\"}}";
  }

  @Test
  void everyField_isRead() {
    Told told = Told.by(format(), full());
    Post post = told.post();
    assertThat(post.id()).isEqualTo("x:1900000000000000001");
    assertThat(told.givenIds).containsExactly("1900000000000000001");
    assertThat(post.author()).isEqualTo(pseudonym("x", "42"));
    assertThat(post.lang()).isEqualTo("id");
    assertThat(post.createdAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(post.links()).containsExactly("https://example.org/a", "https://t.co/b");
    assertThat(post.tags()).containsExactly("tag");
    assertThat(post.mentions()).containsExactly(pseudonym("x", "43"), pseudonym("x", "two"));
    assertThat(post.media()).containsExactly("photo", "unknown");
    assertThat(post.repostOf()).isEqualTo("x:7");
    assertThat(post.replyTo()).isEqualTo("x:8");
  }

  @Test
  void barePost_isRead() {
    assertThat(Told.by(format(), "{\"id\":\"20\",\"text\":\"t\"}").post())
        .isEqualTo(Told.by(format(), sparse()).post());
  }

  @Test
  void absentCreatedAt_isTheIds() {
    String json = "{\"data\":{\"id\":\"1577000000000000000\",\"text\":\"t\"}}";
    assertThat(Told.by(format(), json).post().createdAt())
        .isEqualTo(Instant.parse("2022-10-03T18:17:53.900Z"));
    assertThat(Told.by(format(), json.replace("1577000000000000000", "abc")).post().createdAt())
        .isEqualTo(Told.INGESTED);
    assertThat(Told.by(format(), json).post().author()).isEqualTo(pseudonym("x", "unknown"));
  }

  @ParameterizedTest
  @CsvSource({"en,en", "qst,und", "qme,und", "zxx,und", "und,und", "iw,he", "in,id"})
  void platformsLanguageCodes_becomeBcp47(String given, String expected) {
    String json = "{\"id\":\"20\",\"text\":\"t\",\"lang\":\"" + given + "\"}";
    assertThat(Told.by(format(), json).post().lang()).isEqualTo(expected);
  }

  @Test
  void page_givesItsPostsInOrderAndNotTheIncludedOnes() {
    Told told =
        Told.by(
            format(),
            """
            {"includes":{"tweets":[{"id":"9","text":"not its own"}]},"meta":{"result_count":2},\
            "data":[{"id":"3","text":"a"},{"id":"2","text":"b"}],"errors":[{}]}""");
    assertThat(told.posts).extracting(Post::id).containsExactly("x:3", "x:2");
    assertThat(told.order).containsExactly("post", "post");
  }

  @Test
  void page_withOneBadPost_givesTheOthersAndTheReason() {
    Told told =
        Told.by(
            format(),
            """
            {"data":[{"id":"1","text":"a"},{"id":"2","entities":{"urls":[{"url":[[]],"x":{}}]},"text":"b"},\
            7,[{"id":"5"}],{"id":"3"},{"id":"4","text":"d"}]}""");
    assertThat(told.order)
        .containsExactly("post", "unreadable", "unreadable", "unreadable", "unreadable", "post");
    assertThat(told.reasons)
        .containsExactly(
            "field 'data.1.entities.urls.0.url' is an array, expected a string or a whole number",
            "field 'data.2' is a number, expected an object",
            "field 'data.3' is an array, expected an object",
            "missing required field 'text'");
  }

  @Test
  void retweet_isReadWithTheWholeOriginal() {
    Told told =
        Told.by(
            format(),
            """
            {"data":{"id":"3","text":"RT @a: cut sh\u2026","referenced_tweets":[{"type":"retweeted","id":"2"}]},\
            "includes":{"tweets":[{"id":"2","text":"cut short","note_tweet":{"text":"cut short no more"},\
            "entities":{"urls":[{"expanded_url":"https://example.org/a"}]}}]}}""");
    assertThat(told.post().text()).isEqualTo("cut short no more");
    assertThat(told.post().repostOf()).isEqualTo("x:2");
    assertThat(told.post().links()).containsExactly("https://example.org/a");
  }

  @Test
  void retweet_withoutTheOriginal_keepsItsText() {
    Told told =
        Told.by(
            format(),
            """
            {"data":{"id":"3","text":"RT @a: cut","referenced_tweets":[{"type":"retweeted","id":"2"}]},\
            "includes":{"tweets":[{"id":"2","text":5},8]}}""");
    assertThat(told.post().text()).isEqualTo("RT @a: cut");
  }

  @Test
  void escapedText_staysAsGiven() {
    assertThat(Told.by(format(), "{\"id\":\"1\",\"text\":\"a &amp; b\"}").post().text())
        .isEqualTo("a &amp; b");
  }

  @Test
  void edit_retractsEarlierIdsFirst() {
    Told told =
        Told.by(
            format(),
            """
            {"data":{"id":"12","text":"t","created_at":"2026-03-01T10:00:00Z",\
            "edit_history_tweet_ids":["9","11","12","13"]}}""");
    assertThat(told.order).containsExactly("retracted", "retracted", "post");
    Instant edited = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(told.retractions)
        .containsExactly(new Told.Retraction("x:9", edited), new Told.Retraction("x:11", edited));
  }

  @Test
  void deletions_retract() {
    assertThat(
            Told.by(
                    format(),
                    "{\"delete\":{\"tweet\":{\"id\":\"5\",\"author_id\":\"4\"},\"event_at\":\"2026-03-01T10:00:00Z\"}}",
                    "{\"data\":{\"delete\":{\"tweet\":{\"id\":\"6\"}}}}",
                    "{\"delete\":{\"status\":{\"id\":7,\"id_str\":\"7\"},\"timestamp_ms\":\"1772359200000\"}}")
                .retractions)
        .containsExactly(
            new Told.Retraction("x:5", Instant.parse("2026-03-01T10:00:00Z")),
            new Told.Retraction("x:6", Told.INGESTED),
            new Told.Retraction("x:7", Instant.parse("2026-03-01T10:00:00Z")));
  }

  @Test
  void responsesWithoutPosts_areNotPosts() {
    assertThat(
            Told.by(
                    format(),
                    "{\"errors\":[{\"title\":\"x\"}]}",
                    "{\"meta\":{\"result_count\":0}}",
                    "{\"data\":[],\"meta\":{}}",
                    "{\"data\":[]}",
                    "{\"meta\":{},\"errors\":[]}")
                .others)
        .containsExactly("errors", "meta", "meta", "data", "errors");
  }
}
