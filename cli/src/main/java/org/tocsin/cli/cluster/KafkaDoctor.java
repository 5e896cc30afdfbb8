package org.tocsin.cli.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.tocsin.connectors.topic.BrokerException;
import org.tocsin.connectors.topic.TopicAdmin;
import org.tocsin.connectors.topic.TopicFinding;
import org.tocsin.connectors.topic.TopicSpec;

/** Looks at Kafka: topics, transactions, lag. */
final class KafkaDoctor {
  private static final int CONNECT_MS = 3_000;

  private final TopicAdmin admin;
  private final Report report;

  KafkaDoctor(TopicAdmin admin, Report report) {
    this.admin = admin;
    this.report = report;
  }

  /** Whether a port of these brokers takes connections, whatever answers there. */
  static boolean listens(String bootstrap) {
    for (String broker : bootstrap.split(",", -1)) {
      String host = Utils.getHost(broker.strip());
      Integer port = Utils.getPort(broker.strip());
      if (host != null && port != null) {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
          return true;
        } catch (IOException e) {
          // The next one may.
        }
      }
    }
    return false;
  }

  /**
   * Reports.
   *
   * @param posts the name of the posts topic
   * @param group of the job
   * @param parallelism of the job's source; 0 when it is not known
   */
  void examine(
      Collection<TopicSpec> specs, String posts, String group, long timeoutMs, int parallelism)
      throws BrokerException, InterruptedException {
    List<TopicFinding> findings = admin.check(specs);
    findings.forEach(report::found);
    if (findings.isEmpty()) {
      report.good("all %d topics are there, as they have to be".formatted(specs.size()));
    }
    admin
        .checkTransactions(timeoutMs)
        .ifPresentOrElse(
            report::found, () -> report.good("transactions of %d s".formatted(timeoutMs / 1000)));
    Map<String, Integer> partitions = admin.partitions(specs);
    int count = partitions.getOrDefault(posts, 0);
    if (count > 0 && parallelism > 0) {
      report.expect(
          count >= parallelism,
          "%d partitions of posts for %d readers".formatted(count, parallelism),
          "%d partitions of posts for %d readers: the rest reads nothing; add partitions"
              .formatted(count, parallelism));
    }
    if (count > 0) {
      lag(group, posts);
    }
  }

  private void lag(String group, String posts) throws BrokerException, InterruptedException {
    admin
        .lag(group, posts)
        .ifPresentOrElse(
            lag ->
                report.good(
                    "group %s is %,d records behind at its last checkpoint".formatted(group, lag)),
            () ->
                report.warn(
                    "group %s has committed nothing: is it the job's --group, has the job made a checkpoint?"
                        .formatted(group)));
  }
}
