package org.tocsin.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.StreamOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signals and rules of financing alone, from posts or from signals. */
@Command(
    name = "financing",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Watches for financing alone: rules that count signals of financing, or wallets, accounts,"
            + " pages and invites.")
public final class FinancingJob implements Callable<Integer> {
  @Mixin private KafkaOptions kafka = new KafkaOptions();
  @Mixin private LexiconOptions lexicon = new LexiconOptions();
  @Mixin private StreamOptions stream = new StreamOptions();
  @Mixin private PostsJob posts = new PostsJob();
  @Mixin private SignalsJob signals = new SignalsJob();
  @Mixin private ControlOptions controls = new ControlOptions();

  /** What the job reads. */
  enum From {
    POSTS,
    SIGNALS
  }

  @Option(
      names = "--from",
      defaultValue = "posts",
      paramLabel = "WHAT",
      description =
          "posts (writes signals too), or signals that another job writes; then options of posts"
              + " say nothing. Default: ${DEFAULT-VALUE}")
  private From from = From.POSTS;

  @Option(
      names = "--pseudonym-key-file",
      paramLabel = "FILE",
      description =
          "Secret of at least 16 bytes that makes pseudonyms of accounts; needed with --from posts."
              + " Travels in the job graph.")
  private @Nullable Path keyFile;

  @Override
  public Integer call() throws Exception {
    if (from == From.POSTS) {
      posts.run("financing", Scope.FINANCING, kafka, lexicon, stream, keyFile, controls);
    } else {
      signals.run("financing", Scope.FINANCING, kafka, lexicon, stream, controls);
    }
    return 0;
  }
}
