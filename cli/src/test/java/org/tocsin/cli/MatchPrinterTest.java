package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.connectors.format.Formats;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.format.RawRecord;
import org.tocsin.jobs.detect.Bundles;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.score.Scorer;

class MatchPrinterTest {
  private final StringWriter err = new StringWriter();

  @Test
  void print_everyPost_hasItsLineInOrder() throws Exception {
    List<JsonNode> lines =
        lines(
            "jsonl",
            "{\"id\":\"b\",\"text\":\"a calm day\"}",
            "{\"text\":\"They infest our country\",\"lang\":\"en\"}",
            "{\"id\":9,\"text\":\"\"}");
    assertThat(lines).extracting(line -> line.get("id").asText()).containsExactly("b", "2", "9");
    assertThat(lines)
        .extracting(line -> line.get("flagged").asBoolean())
        .containsExactly(false, true, false);
    assertThat(lines.get(0).get("signals")).isEmpty();
    JsonNode signal = lines.get(1).get("signals").get(0);
    assertThat(signal.get("category").asText()).isEqualTo("hate");
    assertThat(signal.get("severity").asText()).isEqualTo("P3");
    assertThat(signal.get("context").isArray()).isTrue();
    assertThat(signal.get("observables").isArray()).isTrue();
    JsonNode match = signal.get("matches").get(0);
    assertThat(match.get("start").asInt()).isZero();
    assertThat(match.get("end").asInt()).isEqualTo("They infest our country".length());
    assertThat(match.get("text").asText()).isEqualTo("They infest our country");
    assertThat(match.get("pack").asText()).contains("@");
  }

  @Test
  void print_unreadableRecord_isToldWithItsPlaceAndTheRestGoesOn() throws Exception {
    assertThat(lines("jsonl", "{\"text\":", "{\"text\":\"t\"}")).hasSize(1);
    assertThat(err.toString())
        .contains("posts:1: not valid JSON")
        .contains("1 posts, 0 flagged, 1 unreadable");
  }

  @Test
  void print_handleInASurface_isMasked() throws Exception {
    String out = lines("text", "they infest @somebody our country").toString();
    assertThat(out).doesNotContain("somebody");
  }

  private List<JsonNode> lines(String format, String... records) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PostFormat posts = Formats.byName(format);
    MatchPrinter printer =
        new MatchPrinter(
            posts,
            new Scorer(Bundles.of(PackSource.read(Path.of("..", "samples", "packs")))),
            out,
            new PrintWriter(err, true));
    for (int i = 0; i < records.length; i++) {
      printer.print(
          RawRecord.ofFile(records[i].getBytes(StandardCharsets.UTF_8), "posts", i + 1, 0));
    }
    printer.summary();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
