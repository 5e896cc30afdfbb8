package org.tocsin.jobs.detect;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.watchlist.Watchlist;

/** A watchlist on its way to the subtasks of a job; those of one JVM share it. Thread-safe. */
final class WatchlistArtifact implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Only as long as somebody looks things up in it. */
  private static final Map<String, WeakReference<Watchlist>> OPENED = new ConcurrentHashMap<>();

  private final String digest;
  private final byte[] bytes;

  private WatchlistArtifact(Watchlist list) {
    digest = list.digest();
    bytes = list.toBytes();
  }

  /** What carries a watchlist; nothing for none. */
  static @Nullable WatchlistArtifact of(@Nullable Watchlist list) {
    return list == null ? null : new WatchlistArtifact(list);
  }

  /** The watchlist, read when this JVM has it not. */
  Watchlist open() {
    synchronized (OPENED) {
      WeakReference<Watchlist> reference = OPENED.get(digest);
      Watchlist known = reference == null ? null : reference.get();
      if (known != null) {
        return known;
      }
      try {
        Watchlist list = Watchlist.read(bytes, "the job's watchlist");
        OPENED.values().removeIf(one -> one.get() == null);
        OPENED.put(digest, new WeakReference<>(list));
        return list;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
