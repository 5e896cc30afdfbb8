package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A Kafka broker in a process of its own: KRaft, broker and controller in one, on loopback. */
final class Broker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Child process;
  private final String bootstrap;

  private Broker(Child process, String bootstrap) {
    this.process = process;
    this.bootstrap = bootstrap;
  }

  static Broker start() throws IOException, InterruptedException {
    Path folder = Tree.newFolder("broker");
    int port = Ports.free();
    Path config = Files.writeString(folder.resolve("server.properties"), config(folder, port));
    Child format =
        kafka("kafka.tools.StorageTool", folder)
            .with("format", "-t", Uuid.randomUuid().toString(), "-c", config.toString())
            .run("broker-format");
    if (format.exitCode() != 0) {
      throw new AssertionError(format.tail());
    }
    Broker broker =
        new Broker(
            kafka("kafka.Kafka", folder).with(config.toString()).start("broker"),
            "127.0.0.1:" + port);
    try {
      Await.until("the broker answers", PATIENCE, broker::answers, broker.process::tail);
      return broker;
    } catch (Throwable e) {
      broker.close();
      throw e;
    }
  }

  private static Command kafka(String mainClass, Path folder) throws IOException {
    return Command.java(
        Tree.processClassPath("kafka"),
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", Logs.option(folder)),
        mainClass);
  }

  private static String config(Path folder, int port) throws IOException {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        log.retention.ms=-1
        """
        .formatted(port, Ports.free(), folder.resolve("data"));
  }

  private boolean answers() throws Exception {
    if (!process.isAlive()) {
      throw new AssertionError(tail());
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
    }
  }

  String bootstrap() {
    return bootstrap;
  }

  String tail() {
    return process.tail();
  }

  @Override
  public void close() {
    process.close();
  }
}
