package org.tocsin.jobs.detect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.DeadLetter;
import org.tocsin.events.Signal;
import org.tocsin.jobs.SourceTally;
import org.tocsin.jobs.Tally;

/**
 * Counts outcomes; lets through what happened to posts that matter, and puts dead letters aside.
 * Chained to the source.
 */
public final class OutcomeRouter extends ProcessFunction<Outcome, PostEvent> {
  private static final long serialVersionUID = 1L;

  /** Records that cannot be read. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters") {};

  /** Every post that was read, where some rule asks for them. */
  public static final OutputTag<PostSeen> POSTS = new OutputTag<>("posts") {};

  private final boolean tellPosts;
  private transient @Nullable Tallies tallies;
  private transient @Nullable DeadLetterReasons reasons;
  private transient @Nullable Map<Category, Counter> categories;

  /**
   * A router.
   *
   * @param tellPosts whether {@link #POSTS} is wanted
   */
  public OutcomeRouter(boolean tellPosts) {
    this.tellPosts = tellPosts;
  }

  @Override
  public void open(OpenContext context) {
    RuntimeContext runtime = getRuntimeContext();
    tallies =
        new Tallies(
            new Tally(runtime, "posts"),
            new Tally(runtime, "matched"),
            new Tally(runtime, "retractions"),
            new Tally(runtime, "notPosts"),
            new Tally(runtime, "deadLetters"),
            new SourceTally(runtime, "clamped"));
    MetricGroup metrics = runtime.getMetricGroup().addGroup("tocsin");
    reasons = new DeadLetterReasons(metrics);
    Map<Category, Counter> matched = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      matched.put(category, metrics.addGroup("category", category.label()).counter("matched"));
    }
    categories = matched;
  }

  @Override
  public void processElement(Outcome outcome, Context context, Collector<PostEvent> out) {
    Tallies count = Objects.requireNonNull(tallies);
    switch (outcome.kind()) {
      case POST -> {
        PostSeen seen = Objects.requireNonNull(outcome.seen());
        count.posts.add();
        if (seen.clamped()) {
          count.clamped.add(seen.platform());
        }
        if (tellPosts) {
          context.output(POSTS, seen);
        }
      }
      case NOT_A_POST -> count.notPosts.add();
      case SIGNAL -> {
        count.matched.add();
        Signal signal = Objects.requireNonNull(outcome.signal());
        Objects.requireNonNull(Objects.requireNonNull(categories).get(signal.category())).inc();
        out.collect(new PostEvent(signal.post().id(), outcome.at(), signal));
      }
      case RETRACTION -> {
        count.retractions.add();
        out.collect(new PostEvent(Objects.requireNonNull(outcome.postId()), outcome.at(), null));
      }
      case DEAD_LETTER -> {
        count.deadLetters.add();
        DeadLetter letter = Objects.requireNonNull(outcome.deadLetter());
        Objects.requireNonNull(reasons).add(letter.reason());
        context.output(DEAD_LETTERS, letter);
      }
    }
  }

  private record Tallies(
      Tally posts,
      Tally matched,
      Tally retractions,
      Tally notPosts,
      Tally deadLetters,
      SourceTally clamped) {}
}
