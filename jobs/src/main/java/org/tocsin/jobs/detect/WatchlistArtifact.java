package org.tocsin.jobs.detect;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleRefusedException;
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
      Watchlist known = opened(digest);
      if (known != null) {
        return known;
      }
      try {
        return keep(Watchlist.read(bytes, "the job's watchlist"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A published watchlist with its compiled names, read when this JVM has it not.
   *
   * @throws BundleRefusedException when the artifact cannot be had, is none, is of another version
   *     or of another digest
   */
  static Watchlist open(String digest, Bundles.Artifact artifact) throws BundleRefusedException {
    synchronized (OPENED) {
      Watchlist known = opened(digest);
      if (known != null) {
        return known;
      }
      Watchlist list;
      try {
        list = Watchlist.readCompiled(artifact.read(), "a watchlist");
      } catch (IOException e) {
        throw new BundleRefusedException("a watchlist is refused: " + e.getMessage(), e);
      }
      if (!list.digest().equals(digest)) {
        throw new BundleRefusedException(
            "watchlist %s is refused: its artifact is of %s".formatted(digest, list.digest()));
      }
      return keep(list);
    }
  }

  private static @Nullable Watchlist opened(String digest) {
    WeakReference<Watchlist> reference = OPENED.get(digest);
    return reference == null ? null : reference.get();
  }

  private static Watchlist keep(Watchlist list) {
    OPENED.values().removeIf(one -> one.get() == null);
    OPENED.put(list.digest(), new WeakReference<>(list));
    return list;
  }
}
