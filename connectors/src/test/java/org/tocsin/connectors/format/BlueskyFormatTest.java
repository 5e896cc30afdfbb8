package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.connectors.format.Told.pseudonym;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Post;

class BlueskyFormatTest extends PostFormatContract {
  private static final Instant EVENT = Instant.parse("2026-03-01T11:00:00.123Z");

  private static String event(String operation, String collection, String more) {
    return """
        {"did":"did:plc:one","time_us":1772362800123456,"kind":"commit","commit":{"rev":"r",\
        "operation":"%s","collection":"%s","rkey":"k1"%s}}"""
        .formatted(operation, collection, more);
  }

  private static String post(String operation, String record) {
    return event(operation, "app.bsky.feed.post", ",\"record\":" + record + ",\"cid\":\"c\"");
  }

  @Override
  PostFormat format() {
    return new BlueskyFormat();
  }

  @Override
  String full() {
    return post(
        "update",
        """
        {"$type":"app.bsky.feed.post","createdAt":"2026-03-01T10:00:00Z","langs":["uk","en"],\
        "text":"plain words #tag","tags":["more"],\
        "facets":[{"index":{"byteStart":0,"byteEnd":3},"features":[\
        {"$type":"app.bsky.richtext.facet#link","uri":"https://example.org/a"},\
        {"$type":"app.bsky.richtext.facet#tag","tag":"tag"},\
        {"$type":"app.bsky.richtext.facet#mention","did":"did:plc:two"}]}],\
        "embed":{"$type":"app.bsky.embed.recordWithMedia",\
        "record":{"record":{"cid":"c","uri":"at://did:plc:three/app.bsky.feed.post/k3"}},\
        "media":{"$type":"app.bsky.embed.images","images":[{"alt":"a"},{"alt":"b"}]}},\
        "reply":{"root":{"uri":"at://did:plc:four/app.bsky.feed.post/k0"},\
        "parent":{"cid":"c","uri":"at://did:plc:four/app.bsky.feed.post/k4"}}}""");
  }

  @Override
  String sparse() {
    return post("create", "{\"text\":\"t\"}");
  }

  private Post read(String record) {
    return Told.by(format(), post("create", record)).post();
  }

  @Test
  void everyField_isRead() {
    Told told = Told.by(format(), full());
    Post post = told.post();
    assertThat(post.id()).isEqualTo("bluesky:" + pseudonym("bluesky", "did:plc:one") + "/k1");
    assertThat(told.givenIds).containsExactly("k1");
    assertThat(post.author()).isEqualTo(pseudonym("bluesky", "did:plc:one"));
    assertThat(post.lang()).isEqualTo("uk");
    assertThat(post.createdAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(post.editedAt()).isEqualTo(EVENT);
    assertThat(post.ingestedAt()).isEqualTo(EVENT);
    assertThat(post.links()).containsExactly("https://example.org/a");
    assertThat(post.tags()).containsExactlyInAnyOrder("tag", "more");
    assertThat(post.mentions()).containsExactly(pseudonym("bluesky", "did:plc:two"));
    assertThat(post.media()).containsExactly("image", "image");
    assertThat(post.repostOf())
        .isEqualTo("bluesky:" + pseudonym("bluesky", "did:plc:three") + "/k3");
    assertThat(post.replyTo()).isEqualTo("bluesky:" + pseudonym("bluesky", "did:plc:four") + "/k4");
  }

  @Test
  void oldFieldNames_areReadToo() {
    String old =
        full()
            .replace("\"kind\":\"commit\"", "\"type\":\"com\"")
            .replace("\"operation\":\"update\"", "\"type\":\"u\"");
    assertThat(Told.by(format(), old).post()).isEqualTo(Told.by(format(), full()).post());
    assertThat(Told.by(format(), "{\"did\":\"d\",\"type\":\"id\"}", "{\"type\":\"acc\"}").others)
        .containsExactly("identity", "account");
  }

  @Test
  void record_beforeItsCollection_isReadTheSame() {
    String record = "{\"text\":\"t\",\"langs\":[\"en\"],\"tags\":[\"a\"]}";
    String turned =
        """
        {"commit":{"record":%s,"rkey":"k1","collection":"app.bsky.feed.post","operation":"create"},\
        "kind":"commit","time_us":1772362800123456,"did":"did:plc:one"}"""
            .formatted(record);
    assertThat(Told.by(format(), turned).post()).isEqualTo(read(record));
  }

  @Test
  void edit_countsFromItsEvent() {
    assertThat(Told.by(format(), post("create", "{\"text\":\"t\"}")).post().editedAt()).isNull();
    assertThat(Told.by(format(), post("update", "{\"text\":\"t\"}")).post().versionAt())
        .isEqualTo(EVENT);
  }

  @Test
  void deletion_retractsTheSameId() {
    Told told = Told.by(format(), event("delete", "app.bsky.feed.post", ""));
    assertThat(told.order).containsExactly("retracted");
    assertThat(told.retractions)
        .containsExactly(new Told.Retraction(Told.by(format(), sparse()).post().id(), EVENT));
  }

  @Test
  void otherEvents_areNotPosts() {
    assertThat(
            Told.by(
                    format(),
                    event("create", "app.bsky.feed.like", ",\"record\":{\"text\":[1]}"),
                    event("delete", "app.bsky.graph.follow", ""),
                    event("update", "org.example.unheard", ",\"record\":{\"langs\":1}"),
                    "{\"did\":\"d\",\"kind\":\"identity\",\"identity\":{}}",
                    "{\"did\":\"d\",\"kind\":\"account\",\"account\":{\"active\":false}}")
                .others)
        .containsExactly(
            "app.bsky.feed.like",
            "app.bsky.graph.follow",
            "org.example.unheard",
            "identity",
            "account");
  }

  @Test
  void embeds_becomeLinksMediaAndQuotes() {
    Post card =
        read(
            """
            {"text":"t","embed":{"external":{"uri":"https://example.org/a","title":"x"}},\
            "facets":[{"features":[{"uri":"https://example.org/a"}]}]}""");
    assertThat(card.links())
        .as("the card repeats the link")
        .containsExactly("https://example.org/a");
    assertThat(read("{\"text\":\"t\",\"embed\":{\"video\":{\"ref\":{}}}}").media())
        .containsExactly("video");
    assertThat(
            read("{\"text\":\"t\",\"embed\":{\"record\":{\"uri\":\"at://d/app.bsky.feed.post/k\"}}}")
                .repostOf())
        .isEqualTo("bluesky:" + pseudonym("bluesky", "d") + "/k");
    assertThat(
            read("{\"text\":\"t\",\"embed\":{\"record\":{\"uri\":\"at://d/app.bsky.feed.generator/k\"}}}")
                .repostOf())
        .as("a feed is no post")
        .isNull();
  }

  @Test
  void createdAt_thatIsNoTime_isTheEvents() {
    assertThat(read("{\"text\":\"t\",\"createdAt\":\"never\"}").createdAt()).isEqualTo(EVENT);
    assertThat(read("{\"text\":\"t\",\"createdAt\":\"2035-01-01T00:00:00Z\"}").createdAt())
        .isEqualTo(EVENT);
  }

  @Test
  void missingOrWrongParts_areNamed() {
    assertThat(
            Told.by(
                    format(),
                    "{\"kind\":\"commit\",\"commit\":{\"collection\":\"app.bsky.feed.post\"}}",
                    post("create", "{}"),
                    post("create", "{\"text\":3}"),
                    post("merge", "{\"text\":\"t\"}"),
                    "{\"kind\":\"commit\",\"time_us\":99999999999999999999}")
                .reasons)
        .containsExactly(
            "missing required fields 'did', 'commit.operation', 'commit.rkey'",
            "missing required field 'commit.record.text'",
            "field 'commit.record.text' is a number, expected a string",
            "field 'commit.operation' is 'merge', expected create, update or delete",
            "field 'time_us' is 99999999999999999999, expected a number below 2^63");
  }
}
