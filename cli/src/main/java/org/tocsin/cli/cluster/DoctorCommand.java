package org.tocsin.cli.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.connectors.sink.KafkaSinks;
import org.tocsin.connectors.topic.BrokerException;
import org.tocsin.connectors.topic.TopicAdmin;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.CommandRunner;
import org.tocsin.jobs.options.KafkaOptions;
import org.tocsin.jobs.options.Topic;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a deployment. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks a deployment and says what to mend; give it the options of the job.",
      "The exit code is 1 when something is broken. Changes nothing."
    })
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description = "Flink's REST address, as http://jobmanager:8081. Without it: only Kafka.")
  private @Nullable URI flink;

  @Option(names = "--follow-bundles", description = "Looks at the bundles topic too.")
  private boolean followBundles;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    List<String> mistakes = new ArrayList<>();
    Properties client = kafka.properties(mistakes);
    KafkaSinks sinks = kafka.sinks(client, mistakes);
    List<TopicSpec> specs =
        kafka.topics().specs(mistakes, followBundles ? Set.of(Topic.BUNDLES) : Set.of());
    if (!mistakes.isEmpty()) {
      throw new WrongUsageException(mistakes);
    }
    Report report = new Report(Objects.requireNonNull(spec).commandLine().getOut());
    int parallelism = 0;
    FlinkRest rest = flink == null ? null : new FlinkRest(flink);
    if (rest != null) {
      try {
        parallelism = new FlinkDoctor(rest, report).examine();
      } catch (CommandFailedException e) {
        report.bad(String.valueOf(e.getMessage()));
        rest = null;
      }
    }
    try (TopicAdmin admin = new TopicAdmin(client)) {
      new KafkaDoctor(admin, report)
          .examine(
              specs,
              kafka.topics().name(Topic.POSTS),
              kafka.group(),
              sinks.transactionTimeoutMs(),
              parallelism);
      String bundles = kafka.topics().name(Topic.BUNDLES);
      if (followBundles && rest != null && admin.partitions(specs).containsKey(bundles)) {
        new BundleDoctor(rest, report).examine(new BundleTopic(client, bundles).history()::newest);
      }
    } catch (CommandFailedException e) {
      report.bad(String.valueOf(e.getMessage()));
    } catch (BrokerException | KafkaException e) {
      String brokers = client.getProperty("bootstrap.servers");
      report.bad(
          "Kafka at %s does not answer: %s (%s)"
              .formatted(
                  brokers,
                  KafkaDoctor.listens(brokers)
                      ? "somebody listens there, so check the security properties: --kafka-config of the job"
                      : "nobody listens there, or the way is closed: check --bootstrap",
                  CommandFailedException.rootMessage(e)));
    }
    return report.end() ? 0 : CommandRunner.FAILURE;
  }
}
