package org.tocsin.jobs;

import java.util.concurrent.Callable;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.KeyOption;
import org.tocsin.jobs.options.StreamOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Posts in, signals out; {@link AlertJob} goes on. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Watches a topic of posts and writes signals and dead letters to topics.")
public final class DetectJob implements Callable<Integer> {
  @Mixin private KafkaOptions kafka = new KafkaOptions();
  @Mixin private LexiconOptions lexicon = new LexiconOptions();
  @Mixin private StreamOptions stream = new StreamOptions();
  @Mixin private KeyOption key = new KeyOption();
  @Mixin private PostsJob posts = new PostsJob();

  @Override
  public Integer call() throws Exception {
    posts.run("detect", Scope.ALL, kafka, lexicon, stream, key.file(), null);
    return 0;
  }
}
