package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need neither Kafka nor a cluster, in a JVM as the launcher starts it. */
class LocalCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Child match(String format, String input, String... more) throws Exception {
    Path file = Files.writeString(Tree.newFolder("input").resolve("posts"), input);
    Command command = Command.tocsin(List.of("-Xmx128m"), "match", "--input", format);
    if (!List.of(more).contains("--packs")) {
      command = command.with("--packs", Tree.SAMPLE_PACKS.toString());
    }
    return command.with(more).reading(file).run("match-" + format);
  }

  /** {@code id flagged entries} of each line of output. */
  private static List<String> lines(Child match) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : match.outLines()) {
      JsonNode post = JSON.readTree(line);
      assertThat(post.path("signals").isArray()).isTrue();
      lines.add(
          post.path("id").asText()
              + " "
              + post.path("flagged").booleanValue()
              + " "
              + String.join(",", post.findValuesAsText("entry")));
    }
    return lines;
  }

  @Test
  void matchText_givesALineForEachInOrder() throws Exception {
    Child match = match("text", "%s%n%s%n%s%n".formatted(Story.QUIET, Story.GRID, Story.QUIET));
    assertThat(match.exitCode()).as(match.tail()).isZero();
    assertThat(lines(match)).containsExactly("1 false ", "2 true cyber.took-down", "3 false ");
    assertThat(match.errLines()).last().isEqualTo("3 posts, 1 flagged, 0 unreadable");
  }

  @Test
  void matchJsonl_keepsIdsAndCountsWhereThereAreNone() throws Exception {
    Child match =
        match(
            "jsonl",
            """
            {"id":"b","text":"%s"}
            {"text":"%s"}
            no JSON
            {"id":"a","text":"%s","lang":"en"}
            {"id":"none"}
            """
                .formatted(Story.QUIET, Story.GRID, Story.SHARE));
    assertThat(match.exitCode()).as(match.tail()).isZero();
    assertThat(lines(match))
        .containsExactly(
            "b false ", "2 true cyber.took-down", "a true propaganda.spread-before-deleted");
    assertThat(match.err()).contains("-:3: ", "-:5: ", "3 posts, 2 flagged, 2 unreadable");
  }

  @Test
  void match_givesSpansOfTheOriginalText() throws Exception {
    Child match = match("text", "\uD83D\uDD14 " + Story.GRID + "\n");
    JsonNode found = JSON.readTree(match.out()).path("signals").path(0).path("matches").path(0);
    String text = "\uD83D\uDD14 " + Story.GRID;
    int start = text.indexOf("we took");
    assertThat(found.path("start").asInt()).isEqualTo(start);
    assertThat(found.path("end").asInt()).isEqualTo(start + "we took down the power grid".length());
    assertThat(found.path("text").asText()).isEqualTo("we took down the power grid");
    assertThat(found.path("pack").asText()).isEqualTo("starter@1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tocsin   | {"id":"x:1","platform":"x","author":"a","text":"TEXT","createdAt":"2025-03-01T12:00:00Z"} | x:1
          x        | {"data":{"id":"20","text":"TEXT","author_id":"42","created_at":"2025-03-01T12:00:00Z"}}    | 20
          bluesky  | {"did":"did:plc:one","time_us":1740830400000000,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k1","record":{"text":"TEXT","createdAt":"2025-03-01T12:00:00Z"}}} | k1
          mastodon | {"id":"101","uri":"https://one.example/users/a/statuses/101","account":{"acct":"a"},"visibility":"public","content":"<p>TEXT</p>","created_at":"2025-03-01T12:00:00Z"} | 101
          """)
  void matchOfPlatforms_readsPostsAndTellsWhatItCannot(String format, String json, String id)
      throws Exception {
    String post = json.replace("TEXT", Story.GRID);
    Child match = match(format, post + "\nno JSON\n" + json.replace("TEXT", Story.QUIET) + "\n");
    assertThat(match.exitCode()).as(match.tail()).isZero();
    assertThat(lines(match)).containsExactly(id + " true cyber.took-down", id + " false ");
    assertThat(match.errLines()).last().isEqualTo("2 posts, 1 flagged, 1 unreadable");
  }

  @Test
  void matchCsv_readsMappedColumns() throws Exception {
    Child match =
        match("csv", "tweet id,said\n7,\"" + Story.GRID + "\"\n", "--map", "id=tweet id,text=said");
    assertThat(match.exitCode()).as(match.tail()).isZero();
    assertThat(lines(match)).containsExactly("7 true cyber.took-down");
  }

  @Test
  void match_holdsFiftyMegabytesInConstantMemory() throws Exception {
    Path file = Tree.newFolder("large").resolve("posts.jsonl");
    long posts = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (long bytes = 0; bytes < 50L << 20; posts++) {
        String line =
            "{\"id\":\"%d\",\"text\":\"%s %s %s\"}\n"
                .formatted(posts, Story.QUIET.repeat(12), posts, posts % 50 == 0 ? Story.GRID : "");
        out.write(line);
        bytes += line.length();
      }
    }
    Child match =
        Command.tocsin(List.of("-Xmx64m", "-XX:+UseSerialGC"), "match", "--input", "jsonl")
            .with("--packs", Tree.SAMPLE_PACKS.toString(), file.toString())
            .run("match-large", Duration.ofMinutes(2));
    assertThat(match.exitCode()).as(match.tail()).isZero();
    try (Stream<String> lines = Files.lines(match.outFile())) {
      assertThat(lines.count()).isEqualTo(posts);
    }
    assertThat(match.err()).contains(posts + " posts, " + (posts + 49) / 50 + " flagged, 0 unread");
    Files.delete(file);
    Files.delete(match.outFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "monitor", "match", "demo", "test"})
  void help_isGiven(String name) throws Exception {
    String[] arguments = name.isEmpty() ? new String[] {"--help"} : new String[] {name, "--help"};
    Child help = Command.tocsin(List.of("-Xmx128m"), arguments).run("help");
    assertThat(help.exitCode()).as(help.tail()).isZero();
    assertThat(help.out()).startsWith("Usage: tocsin " + name).contains("--help");
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          match --input txt          | text
          match                      | --format
          match --input text no-file | no-file
          monitor                    | --alerts
          mach                       | match
          match --inptu text         | --input
          demo --replay-time soon    | soon
          """)
  void wrongCommandLine_isTwo(String arguments, String told) throws Exception {
    Child run = Command.tocsin(List.of("-Xmx128m"), arguments.split(" ", -1)).run("wrong");
    assertThat(run.exitCode()).as(run.tail()).isEqualTo(2);
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatCannotBeDone_isOne() throws Exception {
    Path packs = Tree.newFolder("no-packs");
    Child run = match("text", Story.QUIET, "--packs", packs.toString());
    assertThat(run.exitCode()).as(run.tail()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains(packs.toString());
    assertThat(run.out()).isEmpty();
  }
}
