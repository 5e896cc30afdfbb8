package org.tocsin.jobs.alert;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Link;
import org.tocsin.events.Observable;
import org.tocsin.events.Post;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.observable.ObservableExtractor;

/**
 * Posts about money, without their texts; bounded, the earliest stay. The same whatever the order
 * in which they are added. Not thread-safe.
 */
final class SeenLinks {
  /** The most that a pane keeps. */
  static final int MAX = 24;

  /** The most that an alert tells. */
  static final int TOLD = 100;

  private static final Comparator<Seen> EARLIEST_FIRST =
      Comparator.comparing((Seen seen) -> seen.link().at())
          .thenComparing(seen -> seen.link().postId())
          .thenComparingLong(Seen::version);

  private final List<Seen> seen = new ArrayList<>();

  /** A post with its version and end, as in {@link Row}. */
  record Seen(Link link, long version, long until) {
    Seen and(Seen other) {
      return other.until < until ? other : this;
    }
  }

  /** What is told of a post; null where it is not about money. */
  static @Nullable Seen seen(Row row, Signal signal) {
    return signal.category() == Category.FINANCING
            || signal.observables().stream().anyMatch(SeenLinks::matters)
        ? new Seen(link(signal), row.version(), row.until())
        : null;
  }

  private static boolean matters(Observable observable) {
    return ObservableExtractor.isFinancing(observable) || !observable.listed().isEmpty();
  }

  private static Link link(Signal signal) {
    Post post = signal.post();
    List<String> observables =
        signal.observables().stream()
            .filter(SeenLinks::matters)
            .sorted(Comparator.comparing(observable -> observable.listed().isEmpty()))
            .map(observable -> observable.kind() + ":" + observable.defanged())
            .distinct()
            .limit(Link.MAX_OBSERVABLES)
            .toList();
    return new Link(
        post.id(), post.versionAt(), post.platform(), post.author(), post.channel(), observables);
  }

  void add(Seen one) {
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i).version() == one.version()) {
        seen.set(i, seen.get(i).and(one));
        return;
      }
    }
    seen.add(one);
    seen.sort(EARLIEST_FIRST);
    if (seen.size() > MAX) {
      seen.remove(MAX);
    }
  }

  void addAll(SeenLinks others) {
    others.seen.forEach(this::add);
  }

  /** Of all panes of a window those that stand at its end, each post once. */
  static List<Link> told(List<SeenLinks> panes, long end) {
    return panes.stream()
        .flatMap(pane -> pane.seen.stream())
        .filter(one -> one.until() >= end)
        .sorted(EARLIEST_FIRST)
        .map(Seen::link)
        .distinct()
        .limit(TOLD)
        .toList();
  }

  boolean isEmpty() {
    return seen.isEmpty();
  }

  void write(DataOutputView out) throws IOException {
    out.writeByte(seen.size());
    for (Seen one : seen) {
      Link link = one.link();
      out.writeLong(one.version());
      out.writeLong(one.until());
      out.writeUTF(link.postId());
      Instant at = link.at();
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      out.writeUTF(link.platform());
      out.writeUTF(link.author());
      out.writeBoolean(link.channel() != null);
      out.writeUTF(link.channel() == null ? "" : link.channel());
      out.writeByte(link.observables().size());
      for (String observable : link.observables()) {
        out.writeUTF(observable);
      }
    }
  }

  void read(DataInputView in) throws IOException {
    for (int i = in.readByte(); i > 0; i--) {
      long version = in.readLong();
      long until = in.readLong();
      String postId = in.readUTF();
      Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
      String platform = in.readUTF();
      String author = in.readUTF();
      boolean hasChannel = in.readBoolean();
      String channel = in.readUTF();
      List<String> observables = new ArrayList<>();
      for (int j = in.readByte(); j > 0; j--) {
        observables.add(in.readUTF());
      }
      @Nullable String room = hasChannel ? channel : null;
      add(new Seen(new Link(postId, at, platform, author, room, observables), version, until));
    }
  }
}
