package org.tocsin.connectors.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.events.Post;
import org.tocsin.events.Pseudonyms;

/** A sink that keeps what it is told, as copies. */
final class Told implements PostSink {
  static final Instant INGESTED = Instant.parse("2026-03-01T12:00:00Z");

  record Retraction(String postId, Instant at) {}

  final List<Post> posts = new ArrayList<>();
  final List<String> givenIds = new ArrayList<>();
  final List<Retraction> retractions = new ArrayList<>();
  final List<String> others = new ArrayList<>();
  final List<String> reasons = new ArrayList<>();

  /** Everything in order: what kind of thing was told. */
  final List<String> order = new ArrayList<>();

  static Told by(PostFormat format, String... records) {
    Told told = new Told();
    PostReader reader = format.newReader(pseudonyms());
    for (int i = 0; i < records.length; i++) {
      byte[] bytes = records[i].getBytes(StandardCharsets.UTF_8);
      reader.read(RawRecord.ofFile(bytes, "file", i + 1, INGESTED.toEpochMilli()), told);
    }
    return told;
  }

  static RawRecord raw(byte[] bytes) {
    return RawRecord.ofFile(bytes, "file", 1, INGESTED.toEpochMilli());
  }

  static Pseudonyms pseudonyms() {
    return new Pseudonyms("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  }

  static String pseudonym(String platform, String account) {
    return pseudonyms().of(platform, account);
  }

  /** The one post, which was all there was. */
  Post post() {
    if (order.size() != 1 || posts.size() != 1) {
      throw new AssertionError("not one post but " + order + reasons);
    }
    return posts.get(0);
  }

  @Override
  public void post(PostDraft draft) {
    posts.add(draft.toPost(draft.text()));
    givenIds.add(draft.givenId());
    order.add("post");
  }

  @Override
  public void retracted(String postId, long at) {
    retractions.add(new Retraction(postId, Instant.ofEpochMilli(at)));
    order.add("retracted");
  }

  @Override
  public void notAPost(String kind) {
    others.add(kind);
    order.add("not a post");
  }

  @Override
  public void unreadable(String reason) {
    reasons.add(reason);
    order.add("unreadable");
  }
}
