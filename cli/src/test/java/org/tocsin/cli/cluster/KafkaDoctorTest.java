package org.tocsin.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What can be told of brokers that do not answer. */
class KafkaDoctorTest {
  @Test
  void listens_oneOfSeveralPortsTakesConnections() throws IOException {
    String closed;
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = "127.0.0.1:" + port.getLocalPort();
    }
    assertThat(KafkaDoctor.listens(closed)).isFalse();
    assertThat(KafkaDoctor.listens("not-an-address")).isFalse();
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(KafkaDoctor.listens(closed + ", 127.0.0.1:" + port.getLocalPort())).isTrue();
    }
  }
}
