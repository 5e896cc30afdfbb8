package org.tocsin.jobs;

import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.tocsin.events.Verdict;
import org.tocsin.events.Watch;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.Topic;
import picocli.CommandLine.Option;

/** What analysts tell a job that alerts. */
final class ControlOptions {
  @Option(
      names = "--follow-verdicts",
      description = "Reads the verdicts topic: analysts snooze and acknowledge alerts.")
  private boolean followVerdicts;

  @Option(
      names = "--follow-watches",
      description = "Reads the watches topic: analysts arm rules after an attack.")
  private boolean followWatches;

  /** The topics that are read. */
  Set<Topic> topics() {
    Set<Topic> followed = EnumSet.noneOf(Topic.class);
    if (followVerdicts) {
      followed.add(Topic.VERDICTS);
    }
    if (followWatches) {
      followed.add(Topic.WATCHES);
    }
    return followed;
  }

  Controls controls(KafkaOptions kafka, Properties client) {
    return new Controls(
        followVerdicts ? control(kafka, Topic.VERDICTS, Verdict.class, client) : null,
        followWatches ? control(kafka, Topic.WATCHES, Watch.class, client) : null);
  }

  private static <T> KafkaControl<T> control(
      KafkaOptions kafka, Topic topic, Class<T> type, Properties client) {
    return new KafkaControl<>(kafka.topics().name(topic), type, kafka.group() + "-control", client);
  }
}
