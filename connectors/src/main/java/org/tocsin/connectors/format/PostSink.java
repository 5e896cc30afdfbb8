package org.tocsin.connectors.format;

/** Told what records hold. */
public interface PostSink {

  /**
   * A post, or a new version of one. The draft is reused: what is to be kept is copied by {@link
   * PostDraft#toPost}.
   */
  void post(PostDraft draft);

  /**
   * A version of a post no longer stands: the platform deleted it, or replaced it by a post under
   * another id.
   *
   * @param postId as in {@link PostDraft#id()}
   * @param at when, epoch milliseconds
   */
  void retracted(String postId, long at);

  /**
   * Something on the stream that is not a post: a like, a follow, an identity event.
   *
   * @param kind the platform's own word for it
   */
  void notAPost(String kind);

  /**
   * The record, or one post in it, cannot be read.
   *
   * @param reason one sentence that a person can act on: what was found, what was expected
   */
  void unreadable(String reason);
}
