package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Json;

/**
 * Card and phone numbers, wherever a post has them and however they are written, through the whole
 * job: nothing that it writes or prints holds one. Wallets and bank accounts do.
 */
class PrivateNumbersTest {
  private static final String CARD = "5425233430109903";
  private static final String PHONE = "4930901820";
  private static final String WALLET = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

  /** Its last thirteen digits have the check digit of a card. */
  private static final String IBAN = "NO9386011117947";

  private static final List<String> WRITINGS =
      List.of(
          CARD,
          "5425 2334 3010 9903",
          "5425-2334-3010-9903",
          "5425.2334.3010.9903",
          "54252334\u200B3010\u20609903",
          "５４２５２３３４３０１０９９０３",
          "https://pay.example/?card=" + CARD,
          "\u201C5425 2334 3010 9903\u201D",
          "+49 30 901820",
          "+49 (30) 901-820",
          "0049 30 901820",
          "+49\u200B30\u200D901820",
          "https://wa.me/" + PHONE,
          "https://api.example/send?phone=%2B" + PHONE,
          "t.me/+" + PHONE,
          "tel:+" + PHONE);

  private static final String RULE =
      """

        - id: named
          title: A wallet is named
          on: {categories: [financing], observables: [wallet, iban]}
          group_by: [observable, channel]
          window: 1h
          when: {posts: 1}
          severity: P3
          samples: 5
          status: active
      """;

  private static String post(int number, String writing) {
    Map<String, String> fields =
        Map.of(
            "id",
            "p" + number,
            "platform",
            "x",
            "author",
            "Ana " + writing,
            "channel",
            "room " + writing,
            "text",
            "%s gives to %s or %s".formatted(writing, WALLET, IBAN),
            "createdAt",
            "2025-03-01T12:00:00Z");
    return new String(Json.write(fields), StandardCharsets.UTF_8);
  }

  /** Nothing but digits, those of other scripts as ours. */
  private static String digits(String output) {
    StringBuilder digits = new StringBuilder();
    output
        .codePoints()
        .filter(Character::isDigit)
        .forEach(c -> digits.append(Character.digit(c, 10)));
    return digits.toString();
  }

  @Test
  void numbers_areInNothingThatTheJobWrites_walletsAre() throws Exception {
    Path folder = Tree.newFolder("private");
    List<String> lines = new ArrayList<>();
    for (String writing : WRITINGS) {
      lines.add(post(lines.size(), writing));
      // No text, no time that can be read, no JSON: three dead letters.
      lines.add("{\"id\": \"none\", \"author\": \"%s\"}".formatted(writing));
      lines.add("{\"text\": \"a\", \"createdAt\": \"at %s\"}".formatted(writing));
      lines.add("{" + writing);
    }
    Path posts = Files.write(folder.resolve("posts.jsonl"), lines);
    Path packs = Tree.samplePacks("", RULE);
    Path alerts = folder.resolve("alerts");
    Path signals = folder.resolve("signals");
    Path letters = folder.resolve("letters");
    Path key = Tree.pseudonymKey();
    Child monitor =
        Command.tocsin(List.of("-Xmx512m"), "monitor", "--posts", posts.toString())
            .with("--format", "jsonl", "--packs", packs.toString())
            .with("--alerts", alerts.toString(), "--signals", signals.toString())
            .with("--dead-letters", letters.toString(), "--pseudonym-key-file", key.toString())
            .run("monitor");
    assertThat(monitor.exitCode()).as(monitor.tail()).isZero();
    Child match =
        Command.tocsin(List.of("-Xmx256m"), "match", "--input", "jsonl")
            .with("--packs", packs.toString(), posts.toString())
            .run("match");
    assertThat(match.exitCode()).as(match.tail()).isZero();

    assertThat(Files.readAllLines(signals)).hasSize(WRITINGS.size());
    assertThat(Files.readString(alerts)).contains(WALLET, IBAN);
    assertThat(Files.readString(signals)).contains(WALLET, IBAN);
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("alerts", Files.readString(alerts));
    outputs.put("signals", Files.readString(signals));
    outputs.put("dead letters", Files.readString(letters));
    List<String> letterLines = Files.readAllLines(letters);
    assertThat(letterLines).hasSize(3 * WRITINGS.size());
    for (String letter : letterLines) {
      String raw = new ObjectMapper().readTree(letter).path("raw").asText();
      String record = new String(Base64.getDecoder().decode(raw), StandardCharsets.UTF_8);
      outputs.put("raw of " + letter, record);
    }
    outputs.put("what monitor prints", monitor.out() + monitor.err());
    outputs.put("what match prints", match.out() + match.err());
    outputs.forEach(
        (name, output) ->
            assertThat(digits(output)).as("%s: %s", name, output).doesNotContain(CARD, PHONE));
  }
}
