package org.tocsin.connectors.format;

import org.jspecify.annotations.Nullable;

/** The post that an {@code at://account/app.bsky.feed.post/rkey} names. */
record AtUri(String account, String rkey) {
  private static final String SCHEME = "at://";
  private static final String POSTS = "/app.bsky.feed.post/";

  /** Null when it names something else: a feed, a list, a starter pack. */
  static @Nullable AtUri post(@Nullable String uri) {
    if (uri == null || !uri.startsWith(SCHEME)) {
      return null;
    }
    int slash = uri.indexOf('/', SCHEME.length());
    if (slash <= SCHEME.length()
        || !uri.startsWith(POSTS, slash)
        || uri.length() == slash + POSTS.length()) {
      return null;
    }
    return new AtUri(uri.substring(SCHEME.length(), slash), uri.substring(slash + POSTS.length()));
  }
}
