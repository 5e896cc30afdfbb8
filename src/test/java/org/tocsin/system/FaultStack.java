package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broker behind a proxy, a cluster of two TaskManagers, and ZooKeeper when it is asked for. */
record FaultStack(Proxy proxy, Broker broker, FlinkCluster flink, @Nullable Child zooKeeper)
    implements AutoCloseable {

  static FaultStack start() throws Exception {
    return start("", null);
  }

  /** One whose jobs survive the death of the JobManager. */
  static FaultStack startHighlyAvailable() throws Exception {
    int port = Ports.free();
    Path folder = Tree.newFolder("zookeeper");
    Path config =
        Files.writeString(
            folder.resolve("zoo.cfg"),
            """
            tickTime=500
            initLimit=10
            syncLimit=5
            dataDir=%s
            clientPort=%d
            clientPortAddress=127.0.0.1
            admin.enableServer=false
            server.1=127.0.0.1:%d:%d
            """
                .formatted(folder.resolve("data"), port, Ports.free(), Ports.free()));
    Child zooKeeper =
        Command.java(
                Tree.processClassPath("flink"),
                List.of("-Xmx128m", Logs.option(folder)),
                "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer")
            .with("--zkConfigFile", config.toString(), "--peerId", "1")
            .start("zookeeper");
    return start(
        """
        high-availability.type: zookeeper
        high-availability.zookeeper.quorum: 127.0.0.1:%d
        high-availability.zookeeper.client.session-timeout: 5000
        high-availability.storageDir: %s
        high-availability.cluster-id: /tocsin
        """
            .formatted(port, folder.resolve("ha").toUri()),
        zooKeeper);
  }

  private static FaultStack start(String flinkConfig, @Nullable Child zooKeeper) throws Exception {
    int behind = Ports.free();
    Proxy proxy = Proxy.to(behind);
    Broker broker = null;
    try {
      broker = Broker.startBehind(behind, proxy.port());
      FlinkCluster flink = FlinkCluster.start(FlinkCluster.Setup.TWO.and(flinkConfig));
      return new FaultStack(proxy, broker, flink, zooKeeper);
    } catch (Throwable e) {
      if (broker != null) {
        broker.close();
      }
      if (zooKeeper != null) {
        zooKeeper.close();
      }
      proxy.close();
      throw e;
    }
  }

  /** Where jobs find the broker. */
  String bootstrap() {
    return "127.0.0.1:" + proxy.port();
  }

  /** Returns when both slots are free. */
  void awaitSlots() throws InterruptedException {
    Await.until(
        "both slots are free", Duration.ofMinutes(3), () -> flink.freeSlots() == 2, this::tail);
  }

  String tail() {
    return broker.tail() + "\n" + flink.tail();
  }

  @Override
  public void close() throws IOException {
    try (proxy;
        broker;
        flink) {
      if (zooKeeper != null) {
        zooKeeper.close();
      }
    }
  }
}
