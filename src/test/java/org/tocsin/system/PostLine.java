package org.tocsin.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Lines of Tocsin's own format, made by hand. */
final class PostLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode fields = JSON.createObjectNode();

  /** A post {@code platform:name} of an account. */
  PostLine(String id, String account, Instant createdAt, String text) {
    with("id", id).with("platform", id.substring(0, id.indexOf(':')));
    with("author", account).with("text", text).with("lang", "en");
    with("createdAt", createdAt.toString());
  }

  static String deletion(String id, Instant at) {
    return json(JSON.createObjectNode().put("deleted", id).put("at", at.toString()));
  }

  PostLine with(String field, String value) {
    fields.put(field, value);
    return this;
  }

  String json() {
    return json(fields);
  }

  private static String json(ObjectNode fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
