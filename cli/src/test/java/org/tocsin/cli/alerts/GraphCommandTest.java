package org.tocsin.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.cli.alerts.Reviewed.AT;
import static org.tocsin.cli.alerts.Reviewed.alert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Json;
import org.tocsin.events.Link;
import org.tocsin.events.Severity;

/** {@code ./tocsin graph}. */
class GraphCommandTest {
  private final Reviewed analyst = new Reviewed();

  @TempDir Path folder = Path.of("");

  private String alerts(Alert... alerts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Alert alert : alerts) {
      lines.add(new String(Json.write(alert), StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve("alerts.jsonl"), lines).toString();
  }

  private static Alert withLinks(String id, String author, String wallet) {
    Link link = new Link("x:" + author, AT, "x", author, "room", List.of("btc:" + wallet));
    Alert plain = alert(id, 1, Severity.P2, Category.FINANCING, AT);
    return new Alert(
        id,
        1,
        plain.status(),
        plain.rule(),
        plain.title(),
        plain.group(),
        plain.severity(),
        plain.windowStart(),
        plain.windowEnd(),
        plain.reason(),
        plain.measures(),
        1,
        1,
        1,
        1,
        AT,
        AT,
        plain.samples(),
        List.of(),
        "bundle",
        null,
        null,
        null,
        List.of(link));
  }

  private String write(String file, String out, String... ids) throws IOException {
    Path written = folder.resolve(out);
    List<String> words = new ArrayList<>(List.of("graph"));
    words.addAll(List.of(ids));
    words.addAll(List.of("--alerts", file, "--out", written.toString()));
    assertThat(analyst.run(words.toArray(String[]::new))).as(analyst.err).isZero();
    return Files.readString(written);
  }

  @Test
  void graph_allAlerts_areInOneFileOfTheFormatThatItsNameAsksFor() throws IOException {
    String file = alerts(withLinks("aa11", "ana", "one"), withLinks("bb22", "ben", "two"));
    assertThat(write(file, "g.csv").lines()).hasSize(7);
    assertThat(analyst.out).contains("g.csv: 2 alerts");
    assertThat(write(file, "g.graphml")).contains("<graphml", "btc:one", "btc:two");
    assertThat(write(file, "g.html")).contains("2 accounts", "1 channel", "2 observables");
  }

  @Test
  void graph_ids_chooseAlerts() throws IOException {
    String file = alerts(withLinks("aa11", "ana", "one"), withLinks("bb22", "ben", "two"));
    assertThat(write(file, "g.csv", "bb")).contains("btc:two").doesNotContain("btc:one");
  }

  @Test
  void graph_nothingToDraw_isToldAndNothingIsWritten() throws IOException {
    String file = alerts(alert("aa11", 1, Severity.P2, Category.HATE, AT));
    String out = folder.resolve("g.html").toString();
    assertThat(analyst.run("graph", "--alerts", file, "--out", out)).isEqualTo(1);
    assertThat(analyst.err).contains("none of 1 alerts names a wallet, account, page or invite");
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void graph_unknownFormatOrPlace_isTold() throws IOException {
    String file = alerts(withLinks("aa11", "ana", "one"));
    assertThat(analyst.run("graph", "--alerts", file, "--out", "g.png")).isEqualTo(2);
    assertThat(analyst.err).contains("--out g.png: expected a name that ends in .html");
    String nowhere = folder.resolve("none/g.csv").toString();
    assertThat(analyst.run("graph", "--alerts", file, "--out", nowhere)).isEqualTo(1);
    assertThat(analyst.err).contains("cannot be written");
  }
}
