package org.tocsin.benchmarks;

import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostDraft;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.PostReader;
import org.tocsin.connectors.format.PostSink;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.connectors.source.RecordHandler;
import org.tocsin.events.PseudonymKey;

/** Parses every record and tells the time of each post: the least that any job over posts does. */
final class CountOnly implements RecordHandler<Long>, PostSink {
  private static final long serialVersionUID = 1L;

  private final PostFormat format;
  private final PseudonymKey key;
  private transient @Nullable PostReader reader;
  private transient @Nullable Counter posts;
  private transient @Nullable Consumer<Long> out;

  CountOnly(PostFormat format, PseudonymKey key) {
    this.format = format;
    this.key = key;
  }

  /** As the whole job counts them. */
  @Override
  public void open(MetricGroup metrics) {
    posts = metrics.addGroup("tocsin").counter("posts");
  }

  @Override
  public void handle(RawRecord record, Consumer<Long> told) {
    if (reader == null) {
      reader = format.newReader(key.pseudonyms());
      posts = posts == null ? new SimpleCounter() : posts;
    }
    out = told;
    reader.read(record, this);
  }

  @Override
  public void post(PostDraft draft) {
    Objects.requireNonNull(posts).inc();
    Objects.requireNonNull(out).accept(draft.versionAt());
  }

  @Override
  public void retracted(String postId, long at) {
    Objects.requireNonNull(out).accept(at);
  }

  @Override
  public void notAPost(String kind) {
    throw new IllegalStateException("the corpus holds only posts, not: " + kind);
  }

  @Override
  public void unreadable(String reason) {
    throw new IllegalStateException(reason);
  }

  @Override
  public TypeInformation<Long> producedType() {
    return TypeInformation.of(Long.class);
  }

  @Override
  public RecordHandler<Long> copy() {
    return new CountOnly(format, key);
  }
}
