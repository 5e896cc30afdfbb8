package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker in a process of its own: KRaft, broker and controller in one, on loopback. It can
 * be killed and started again on its data.
 */
final class Broker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final Path config;
  private final Map<String, Object> client;
  private Child process;

  private Broker(Path folder, Path config, Map<String, Object> client) throws IOException {
    this.folder = folder;
    this.config = config;
    this.client = client;
    this.process = launch();
  }

  static Broker start() throws IOException, InterruptedException {
    int port = Ports.free();
    return start(
        """
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        """
            .formatted(port, Ports.free()),
        Map.of("bootstrap.servers", "127.0.0.1:" + port));
  }

  /**
   * One that jobs reach through a proxy, and tests, by {@link #client}, past it.
   *
   * @param behind where the proxy passes connections on to
   * @param proxy where it listens
   */
  static Broker startBehind(int behind, int proxy) throws IOException, InterruptedException {
    int port = Ports.free();
    return start(
        """
        listeners=PLAINTEXT://127.0.0.1:%1$d,PROXIED://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%3$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,PROXIED://127.0.0.1:%4$d
        """
            .formatted(port, behind, Ports.free(), proxy),
        Map.of("bootstrap.servers", "127.0.0.1:" + port));
  }

  /** One that asks for TLS and a password. */
  static Broker startSecured(Certificate certificate) throws IOException, InterruptedException {
    int port = Ports.free();
    Map<String, Object> client = new HashMap<>(certificate.client("tocsin", "of-the-job"));
    client.put("bootstrap.servers", "127.0.0.1:" + port);
    return start(
        """
        listeners=SASL_SSL://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=SASL_SSL://127.0.0.1:%1$d
        inter.broker.listener.name=SASL_SSL
        sasl.enabled.mechanisms=PLAIN
        sasl.mechanism.inter.broker.protocol=PLAIN
        listener.name.sasl_ssl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="broker" password="of-the-broker" user_broker="of-the-broker" user_tocsin="of-the-job";
        %3$s
        """
            .formatted(port, Ports.free(), certificate.server()),
        client);
  }

  private static Broker start(String listeners, Map<String, Object> client)
      throws IOException, InterruptedException {
    Path folder = Tree.newFolder("broker");
    Path config = Files.writeString(folder.resolve("server.properties"), config(folder, listeners));
    Child format =
        kafka("kafka.tools.StorageTool", folder)
            .with("format", "-t", Uuid.randomUuid().toString(), "-c", config.toString())
            .run("broker-format");
    if (format.exitCode() != 0) {
      throw new AssertionError(format.tail());
    }
    Broker broker = new Broker(folder, config, client);
    try {
      broker.await();
      return broker;
    } catch (Throwable e) {
      broker.close();
      throw e;
    }
  }

  private Child launch() throws IOException {
    return kafka("kafka.Kafka", folder).with(config.toString()).start("broker");
  }

  private void await() throws InterruptedException {
    Await.until("the broker answers", PATIENCE, this::answers, this::tail);
  }

  private static Command kafka(String mainClass, Path folder) throws IOException {
    return Command.java(
        Tree.processClassPath("kafka"),
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", Logs.option(folder)),
        mainClass);
  }

  private static String config(Path folder, String listeners) {
    String controller = listeners.replaceAll("(?s).*CONTROLLER://([^\n]*)\n.*", "$1");
    return listeners
        + """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%1$s
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL
        log.dirs=%2$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        log.retention.ms=-1
        # Short, or a broker that was killed is taken for alive when it comes back; not shorter, or on
        # a machine that is busy it is taken for dead again and again.
        broker.session.timeout.ms=6000
        broker.heartbeat.interval.ms=500
        """
            .formatted(controller, folder.resolve("data"));
  }

  private boolean answers() throws Exception {
    if (!process.isAlive()) {
      throw new AssertionError(tail());
    }
    try (Admin admin = Admin.create(client)) {
      return admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).size() == 1;
    }
  }

  /** Sends SIGKILL. */
  void kill() {
    process.close();
  }

  /** Starts it again on what it had written. */
  void restart() throws IOException, InterruptedException {
    process = launch();
    await();
  }

  /** What a client needs to connect. */
  Map<String, Object> client() {
    return client;
  }

  /** The processor time that it has used. */
  Duration cpu() {
    return process.cpu();
  }

  String bootstrap() {
    return String.valueOf(client.get("bootstrap.servers"));
  }

  String tail() {
    return process.tail();
  }

  @Override
  public void close() {
    process.close();
  }
}
