package org.tocsin.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Writes texts as an X stream gives them: one JSON object of about 750 bytes a line, of which
 * Tocsin needs a third. Posts follow one another over two days, from as many authors as a tenth of
 * them.
 */
public final class PostFiles {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final Duration SPAN = Duration.ofDays(2);
  private static final JsonFactory FACTORY = new JsonFactory();

  private PostFiles() {}

  /** Spreads the texts over as many files, each in order of time. */
  static void write(List<String> texts, Path folder, int files) throws IOException {
    for (int file = 0; file < files; file++) {
      Random random = new Random(17 + file);
      Path path = folder.resolve(file + ".jsonl");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
          JsonGenerator json = FACTORY.createGenerator(out)) {
        json.setPrettyPrinter(null);
        for (int i = file; i < texts.size(); i += files) {
          post(json, i, texts.get(i), at(i, texts.size()), authors(texts.size()), random);
          json.writeRaw('\n');
        }
      }
    }
  }

  /** One post as a record of its own. */
  public static byte[] record(int i, String text, Instant at, int authors, Random random)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_000);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      post(json, i, text, at, authors, random);
    }
    return bytes.toByteArray();
  }

  /** When the i-th of so many was written. */
  public static Instant at(int i, int posts) {
    return START.plusMillis(i * SPAN.toMillis() / posts);
  }

  /** Of how many authors so many posts are. */
  public static int authors(int posts) {
    return 1 + posts / 10;
  }

  private static void post(
      JsonGenerator json, int i, String text, Instant at, int authors, Random random)
      throws IOException {
    String author = "author" + random.nextInt(authors);
    json.writeStartObject();
    json.writeObjectFieldStart("data");
    json.writeStringField("author_id", author);
    json.writeObjectFieldStart("public_metrics");
    for (String metric :
        List.of("retweet_count", "reply_count", "like_count", "quote_count", "impression_count")) {
      json.writeNumberField(metric, random.nextInt(1_000));
    }
    json.writeEndObject();
    json.writeStringField("conversation_id", Integer.toString(i));
    json.writeStringField("created_at", at.toString());
    json.writeArrayFieldStart("edit_history_tweet_ids");
    json.writeString(Integer.toString(i));
    json.writeEndArray();
    json.writeObjectFieldStart("entities");
    json.writeArrayFieldStart("urls");
    json.writeStartObject();
    json.writeNumberField("start", 1);
    json.writeNumberField("end", 24);
    json.writeStringField("url", "https://short.example/" + i);
    json.writeStringField(
        "expanded_url", "https://site" + random.nextInt(10_000) + ".example/a/page/of/news");
    json.writeStringField("display_url", "site.example/a/page/of…");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeStringField("id", Integer.toString(i));
    json.writeStringField("lang", "en");
    json.writeBooleanField("possibly_sensitive", false);
    json.writeStringField("reply_settings", "everyone");
    json.writeStringField("source", "An app for telephones");
    json.writeStringField("text", text);
    json.writeEndObject();
    json.writeArrayFieldStart("matching_rules");
    json.writeStartObject();
    json.writeStringField("id", "1638102345678901234");
    json.writeStringField("tag", "all posts of the sample");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
