package org.tocsin.connectors.source;

import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/** What a source waits for before it gives its first record. */
@FunctionalInterface
public interface Gate extends Serializable {
  /**
   * Begins to wait; called once by each reader.
   *
   * @return completed when records may be given; who cancels it waits no more
   */
  CompletableFuture<Void> whenOpen();
}
