package org.tocsin.jobs;

import java.util.concurrent.Callable;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.KeyOption;
import org.tocsin.jobs.options.StreamOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Posts in, alerts out, on a Flink cluster and Kafka. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Watches a topic of posts and writes signals, alerts, dead letters and late posts to"
            + " topics.")
public final class MonitorJob implements Callable<Integer> {
  @Mixin private KafkaOptions kafka = new KafkaOptions();
  @Mixin private LexiconOptions lexicon = new LexiconOptions();
  @Mixin private StreamOptions stream = new StreamOptions();
  @Mixin private KeyOption key = new KeyOption();
  @Mixin private PostsJob posts = new PostsJob();
  @Mixin private ControlOptions controls = new ControlOptions();

  @Override
  public Integer call() throws Exception {
    posts.run("monitor", Scope.ALL, kafka, lexicon, stream, key.file(), controls);
    return 0;
  }
}
