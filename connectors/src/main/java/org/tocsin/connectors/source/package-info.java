/**
 * Where records come from: files and Kafka topics behind one {@link
 * org.tocsin.connectors.source.PostSource}.
 *
 * <p>A record is handled inside the source, not in an operator behind it, for one reason: event
 * time. Flink keeps a watermark for each Kafka partition and file only within the source; behind
 * it, a subtask that reads a backlog from two partitions at different speeds would call the slower
 * one late. The time of a post is known only when it is parsed, so parsing (and, in the same call,
 * matching) happens in the {@link org.tocsin.connectors.source.RecordHandler} that the source calls
 * for each record.
 */
@NullMarked
package org.tocsin.connectors.source;

import org.jspecify.annotations.NullMarked;
