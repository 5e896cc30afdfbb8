package org.tocsin.jobs.detect;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.source.Gate;
import org.tocsin.lexicons.LexiconBundle;

/**
 * Opens when a bundles topic has a bundle that can be read: there is nothing to match posts with
 * before. Each wait has a thread of its own, which ends with it.
 *
 * @param topic where bundles are published
 */
public record FirstBundle(BundleTopic topic) implements Gate {
  private static final Logger LOG = LoggerFactory.getLogger(FirstBundle.class);
  private static final long LOOK_MS = 500;

  @Override
  public CompletableFuture<Void> whenOpen() {
    CompletableFuture<Void> open = new CompletableFuture<>();
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            new ExecutorThreadFactory("tocsin-first-bundle"));
    LOG.warn("no post is read before {} has a bundle", topic.name());
    Future<?> unused =
        thread.scheduleWithFixedDelay(() -> look(open, thread), 0, LOOK_MS, TimeUnit.MILLISECONDS);
    return open;
  }

  private void look(CompletableFuture<Void> open, ScheduledExecutorService thread) {
    if (!open.isDone()) {
      @Nullable LexiconBundle bundle = find();
      if (bundle != null) {
        LOG.info("posts are read from now on: the first bundle is {}", bundle.digest());
        boolean unused = open.complete(null);
      }
    }
    if (open.isDone()) {
      thread.shutdown();
    }
  }

  private @Nullable LexiconBundle find() {
    try {
      return Bundles.first(topic);
    } catch (RuntimeException e) {
      // Without this thread no post would ever be read, and nobody would know why.
      LOG.warn("bundles topic {}: {}; trying again", topic.name(), e.getMessage());
      return null;
    }
  }
}
