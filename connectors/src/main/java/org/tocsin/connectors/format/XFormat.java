package org.tocsin.connectors.format;

import org.tocsin.connectors.file.Framing;
import org.tocsin.events.Pseudonyms;

/**
 * X API v2: objects of a stream ({@code data} is a post), pages ({@code data} is an array), bare
 * posts, and deletions of the compliance streams (v2 {@code tweet}, v1 {@code status}).
 *
 * <p>Every post in {@code data} is a post, in page order; those in {@code includes.tweets} were
 * fetched to explain others and are none of their own. A retweet's own text is cut short by the
 * platform: where the original is included, its text and links are read instead, so that no match
 * is lost. A long post's {@code note_tweet.text} goes before its cut-off {@code text}. Texts stay
 * as the platform gives them, with {@literal &}, {@literal <} and {@literal >} escaped as in HTML:
 * offsets count in that. An edit is a post under a new id: the ids before it are retracted. A post
 * that gives no {@code created_at} was made when its id was.
 */
public final class XFormat implements PostFormat {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "x";
  }

  @Override
  public Framing framing() {
    return Framing.JSON_VALUES;
  }

  @Override
  public PostReader newReader(Pseudonyms pseudonyms) {
    return new XReader(pseudonyms);
  }
}
