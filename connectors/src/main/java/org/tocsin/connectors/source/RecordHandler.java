package org.tocsin.connectors.source;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.MetricGroup;
import org.tocsin.connectors.format.RawRecord;

/**
 * Makes elements of records, within the source. Serialisable as submitted; what it needs per thread
 * it makes at its first call, for one instance serves one thread.
 *
 * @param <T> what it makes
 */
public interface RecordHandler<T> extends Serializable {

  /**
   * Called before the first record where the source has metrics; registers those of the handler.
   */
  default void open(MetricGroup metrics) {}

  /** Gives {@code out} everything that a record holds. Never throws for what the bytes hold. */
  void handle(RawRecord record, Consumer<T> out);

  /** The type of the elements. */
  TypeInformation<T> producedType();

  /**
   * A handler of the same kind with buffers of its own: a source that reads on several threads asks
   * for one each.
   */
  RecordHandler<T> copy();
}
