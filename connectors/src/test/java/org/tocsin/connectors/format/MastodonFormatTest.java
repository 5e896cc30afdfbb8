package org.tocsin.connectors.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.connectors.format.Told.pseudonym;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.events.Post;

class MastodonFormatTest extends PostFormatContract {
  @Override
  PostFormat format() {
    return new MastodonFormat();
  }

  @Override
  String full() {
    return """
        {"id":"101","uri":"https://one.example/users/a/statuses/101","url":"https://one.example/@a/101",\
        "account":{"id":"1","acct":"a"},"visibility":"unlisted","language":"tr","spoiler_text":"careful",\
        "content":"<p>plain words<br>second <a href=\\"https://example.org/a\\">link</a></p><p>third &amp; last</p>",\
        "created_at":"2026-03-01T10:00:00.000Z","edited_at":"2026-03-01T10:05:00.000Z",\
        "tags":[{"name":"tag"}],"mentions":[{"acct":"b","url":"https://two.example/@b"},\
        {"acct":"c@three.example"}],"media_attachments":[{"type":"image","meta":{}}],\
        "in_reply_to_id":"99","reblog":null}""";
  }

  @Override
  String sparse() {
    return status("public", "<p>t</p>");
  }

  private static String status(String visibility, String content) {
    return """
        {"id":"5","uri":"tag:one.example,2017-04-14:objectId=5:objectType=Status","account":{"acct":"a"},\
        "visibility":"%s","content":"%s","created_at":"2026-03-01T10:00:00Z"}"""
        .formatted(visibility, content);
  }

  private String text(String content) {
    return Told.by(format(), status("public", content)).post().text();
  }

  @Test
  void everyField_isRead() {
    Told told = Told.by(format(), full());
    Post post = told.post();
    assertThat(post.id()).isEqualTo("mastodon:one.example/101");
    assertThat(told.givenIds).containsExactly("101");
    assertThat(post.channel()).isEqualTo("one.example");
    assertThat(post.author()).isEqualTo(pseudonym("mastodon", "a@one.example"));
    assertThat(post.text()).isEqualTo("careful\nplain words\nsecond link\nthird & last");
    assertThat(post.lang()).isEqualTo("tr");
    assertThat(post.editedAt()).isEqualTo(Instant.parse("2026-03-01T10:05:00Z"));
    assertThat(post.links()).containsExactly("https://example.org/a");
    assertThat(post.tags()).containsExactly("tag");
    assertThat(post.mentions())
        .containsExactly(
            pseudonym("mastodon", "b@two.example"), pseudonym("mastodon", "c@three.example"));
    assertThat(post.media()).containsExactly("image");
    assertThat(post.replyTo()).isEqualTo("mastodon:one.example/99");
  }

  @Test
  void html_becomesText() {
    assertThat(text("<p>a<br/>b</p><p>c</p>")).isEqualTo("a\nb\nc");
    assertThat(text("no tags, 1 &lt; 2 &#128276;")).isEqualTo("no tags, 1 < 2 \ud83d\udd14");
    assertThat(text("<script>x</script><p>a <b>b</b></p> ")).isEqualTo("a b");
    assertThat(text("<ul><li>a</li><li>b</li></ul>")).isEqualTo("a\nb");
    assertThat(text("")).isEmpty();
  }

  @Test
  void linksToAccountsAndTags_areNotLinks() {
    String content =
        "<a class='u-url mention' href='https://o.example/@b'>@b</a> "
            + "<a class='mention hashtag' href='https://o.example/tags/x'>#x</a> "
            + "<a href='javascript:1'>j</a> <a href='https://example.org'><span class='invisible'>https://</span>example.org</a>";
    Post post = Told.by(format(), status("public", content)).post();
    assertThat(post.links()).containsExactly("https://example.org");
    assertThat(post.text()).isEqualTo("@b #x j https://example.org");
  }

  @Test
  void reblog_holdsTheOriginalsWords() {
    String reblog = status("public", "").replace("}", "},\"x\":0}").replace("},\"x\":0}", "}");
    String json = reblog.substring(0, reblog.length() - 1) + ",\"reblog\":" + full() + "}";
    Post post = Told.by(format(), json).post();
    assertThat(post.id()).isEqualTo("mastodon:one.example/5");
    assertThat(post.author()).isEqualTo(pseudonym("mastodon", "a@one.example"));
    assertThat(post.text()).startsWith("careful\nplain words");
    assertThat(post.repostOf()).isEqualTo("mastodon:one.example/101");
    assertThat(post.tags()).containsExactly("tag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "direct", "limited"})
  void statusNotForThePublic_isNotAPost(String visibility) {
    assertThat(Told.by(format(), status(visibility, "t")).others)
        .containsExactly("visibility:" + visibility);
  }

  @Test
  void array_givesEachStatusAndEachReason() {
    Told told = Told.by(format(), "[" + sparse() + ",{\"id\":\"6\",\"tags\":7},3," + full() + "]");
    assertThat(told.order).containsExactly("post", "unreadable", "unreadable", "post");
    assertThat(told.reasons.get(0)).isEqualTo("field '1.tags' is a number, expected an array");
    assertThat(Told.by(format(), "[" + sparse() + ",{\"id\":").order)
        .as("nothing of an array that is cut off")
        .containsExactly("unreadable");
  }

  @Test
  void streamingEvents_areUnpacked() {
    String payload = sparse().replace("\"", "\\\"");
    Told told =
        Told.by(
            new MastodonFormat("watch.example"),
            "{\"stream\":[\"public\"],\"event\":\"update\",\"payload\":\"" + payload + "\"}",
            "{\"event\":\"status.update\",\"payload\":\"" + payload + "\"}",
            "{\"event\":\"delete\",\"payload\":\"5\"}",
            "{\"event\":\"notification\",\"payload\":{\"id\":1}}",
            "{\"event\":\"update\",\"payload\":\"{cut\"}");
    assertThat(told.order).containsExactly("post", "post", "retracted", "not a post", "unreadable");
    assertThat(told.posts.get(0).id()).isEqualTo("mastodon:watch.example/5");
    assertThat(told.retractions)
        .containsExactly(new Told.Retraction("mastodon:watch.example/5", Told.INGESTED));
    assertThat(told.others).containsExactly("notification");
    assertThat(told.reasons).singleElement().asString().startsWith("field 'payload' is not valid");
  }

  @Test
  void deletion_withoutInstance_saysWhatToDo() {
    assertThat(Told.by(format(), "{\"event\":\"delete\",\"payload\":\"5\"}").reasons)
        .singleElement()
        .asString()
        .contains("mastodon:example.social");
  }

  @Test
  void missingParts_areNamedAllAtOnce() {
    assertThat(Told.by(format(), "{\"id\":\"1\",\"uri\":\"none\"}").reasons)
        .containsExactly("missing required fields 'uri', 'account.acct', 'content', 'created_at'");
  }

  @Test
  void htmlOfVeryManyTags_isReadUnmended() {
    assertThat(text("<p>one<br>two</p>".repeat(10_000)))
        .startsWith("one\ntwo\none\n")
        .endsWith("two");
    // A parser that mends this as browsers do needs minutes for it.
    assertThat(text("<table><b>".repeat(200_000) + "&lt;end")).endsWith("<end");
  }
}
