package org.tocsin.benchmarks;

import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
  private transient @Nullable Consumer<Long> out;

  CountOnly(PostFormat format, PseudonymKey key) {
    this.format = format;
    this.key = key;
  }

  @Override
  public void handle(RawRecord record, Consumer<Long> told) {
    if (reader == null) {
      reader = format.newReader(key.pseudonyms());
    }
    out = told;
    reader.read(record, this);
  }

  @Override
  public void post(PostDraft draft) {
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
