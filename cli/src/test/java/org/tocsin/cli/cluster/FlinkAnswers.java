package org.tocsin.cli.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Gives answers in the shape of Flink's REST interface, by path; 404 to all else. */
final class FlinkAnswers implements AutoCloseable {
  private final Map<String, String> answers = new HashMap<>();
  private final HttpServer server;

  FlinkAnswers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** A path with a query goes before the same path without. */
  private void answer(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String answer = answers.getOrDefault(asked.toString(), answers.get(asked.getPath()));
    byte[] body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  void put(String path, String answer) {
    answers.put(path, answer);
  }

  void remove(String path) {
    answers.remove(path);
  }

  FlinkRest rest() {
    return new FlinkRest(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
