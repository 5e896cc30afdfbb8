package org.tocsin.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.tocsin.jobs.options.CommandFailedException;

/** A real Kafka broker in this process: KRaft, broker and controller in one, on loopback only. */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaRaftServer server;
  private final String bootstrap;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrap) {
    this.server = server;
    this.bootstrap = bootstrap;
  }

  /** Formats its storage in an empty folder and starts; the ports are free ones. */
  public static EmbeddedKafka start(Path folder) throws IOException {
    int broker = freePort();
    int controller = freePort();
    Map<String, String> config = new HashMap<>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", "1");
    config.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    config.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(broker, controller));
    config.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + broker);
    config.put("controller.listener.names", "CONTROLLER");
    config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("log.dirs", folder.resolve("data").toString());
    config.put("offsets.topic.replication.factor", "1");
    config.put("offsets.topic.num.partitions", "1");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("transaction.state.log.num.partitions", "1");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("auto.create.topics.enable", "false");
    config.put("log.retention.ms", "-1");
    format(folder, config);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, "127.0.0.1:" + broker);
  }

  private static void format(Path folder, Map<String, String> config) throws IOException {
    Properties properties = new Properties();
    properties.putAll(config);
    Path file = folder.resolve("server.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    if (StorageTool.execute(arguments, new PrintStream(told, true, StandardCharsets.UTF_8)) != 0) {
      throw new CommandFailedException(
          "Kafka's storage cannot be made in %s: %s"
              .formatted(folder, told.toString(StandardCharsets.UTF_8)));
    }
  }

  /** Where clients connect. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Client properties: where to connect. */
  public Properties client() {
    Properties client = new Properties();
    client.put("bootstrap.servers", bootstrap);
    return client;
  }

  /**
   * Makes topics and returns when every partition has a leader; producing sooner can lose batches.
   */
  public void create(List<String> topics, int partitions) throws InterruptedException {
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              topics.stream().map(topic -> new NewTopic(topic, partitions, (short) 1)).toList())
          .all()
          .get();
      Map<TopicPartition, OffsetSpec> all = new HashMap<>();
      for (String topic : topics) {
        for (int partition = 0; partition < partitions; partition++) {
          all.put(new TopicPartition(topic, partition), OffsetSpec.earliest());
        }
      }
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!answers(admin, all)) {
        if (System.nanoTime() > deadline) {
          throw new CommandFailedException(
              "Kafka's topics have no leaders after " + PATIENCE.toSeconds() + " s");
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (ExecutionException e) {
      throw new CommandFailedException("Kafka's topics cannot be made: " + e.getCause());
    }
  }

  private static boolean answers(Admin admin, Map<TopicPartition, OffsetSpec> partitions)
      throws InterruptedException {
    try {
      admin.listOffsets(partitions).all().get();
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
