package org.tocsin.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Flink's REST interface. */
final class Rest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "a-boundary-that-no-jar-holds";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  Rest(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** As http://host:port. */
  String address() {
    return base;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send(request(path).GET()).body());
  }

  /** The value of a metric. */
  JsonNode get(String path, String metric) throws IOException, InterruptedException {
    return get(path + "?get=" + URLEncoder.encode(metric, StandardCharsets.UTF_8));
  }

  /** Uploads a jar and gives its id. */
  String upload(Path jar) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        """
        --%s\r
        Content-Disposition: form-data; name="jarfile"; filename="%s"\r
        Content-Type: application/x-java-archive\r
        \r
        """
            .formatted(BOUNDARY, jar.getFileName())
            .getBytes(StandardCharsets.UTF_8));
    body.write(Files.readAllBytes(jar));
    body.write("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        post(
            "/jars/upload",
            "multipart/form-data; boundary=" + BOUNDARY,
            BodyPublishers.ofByteArray(body.toByteArray()));
    String file = JSON.readTree(answer.body()).path("filename").asText();
    return file.substring(file.lastIndexOf('/') + 1);
  }

  HttpResponse<String> post(String path, Object json) throws IOException, InterruptedException {
    return post(path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json)));
  }

  private HttpResponse<String> post(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", type).POST(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
