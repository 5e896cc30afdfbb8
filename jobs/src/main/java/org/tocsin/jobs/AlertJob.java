package org.tocsin.jobs;

import java.util.concurrent.Callable;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.StreamOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signals in, alerts out; {@link DetectJob} writes the signals. */
@Command(
    name = "alert",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Watches a topic of signals and writes alerts and late signals to topics.")
public final class AlertJob implements Callable<Integer> {
  @Mixin private KafkaOptions kafka = new KafkaOptions();
  @Mixin private LexiconOptions lexicon = new LexiconOptions();
  @Mixin private StreamOptions stream = new StreamOptions();
  @Mixin private SignalsJob signals = new SignalsJob();
  @Mixin private ControlOptions controls = new ControlOptions();

  @Override
  public Integer call() throws Exception {
    signals.run("alert", Scope.ALL, kafka, lexicon, stream, controls);
    return 0;
  }
}
