package org.tocsin.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Link;
import org.tocsin.events.Severity;

class GraphsTest {
  private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");

  private static Link link(String post, String author, String channel, String... observables) {
    return new Link(post, AT, "x", author, channel, List.of(observables));
  }

  private static Alert alert(Link... links) {
    return new Alert(
        "id",
        1,
        Alert.Status.OPEN,
        "p@1/r",
        "Title",
        Map.of(),
        Severity.P2,
        AT,
        AT.plusSeconds(60),
        "reason",
        List.of(),
        links.length,
        1,
        1,
        0,
        AT,
        AT,
        List.of(),
        List.of(),
        "",
        null,
        null,
        null,
        List.of(links));
  }

  @Test
  void of_postsOfSeveralAlerts_areOneNodeEach() {
    Link one = link("x:1", "a", "room", "btc:1");
    AlertGraph graph =
        AlertGraph.of(List.of(alert(one, link("x:2", "b", "room", "btc:1")), alert(one)));
    assertThat(graph.count(AlertGraph.Kind.ACCOUNT)).isEqualTo(2);
    assertThat(graph.count(AlertGraph.Kind.CHANNEL)).isEqualTo(1);
    assertThat(graph.count(AlertGraph.Kind.POST)).isEqualTo(2);
    assertThat(graph.count(AlertGraph.Kind.OBSERVABLE)).isEqualTo(1);
    assertThat(graph.edges()).hasSize(6);
  }

  @Test
  void html_hostileNames_stayTextWithoutLinks() throws Exception {
    String page =
        Graphs.of(
            List.of(alert(link("x:1", "a", "</script><b>\"&", "url:hxxps://bad[.]example"))),
            Graphs.Format.HTML);
    assertThat(page).contains("default-src 'none'").doesNotContain("</script><b>");
    assertThat(page.substring(0, page.indexOf("<script>")))
        .contains("hxxps[:]//bad[.]example")
        .doesNotContain("<a ", "href=", "src=", "https://bad");
  }

  @Test
  void graphmlAndCsv_holdEveryEdge() throws Exception {
    List<Alert> alerts = List.of(alert(link("x:1", "=a", "room", "btc:1")));
    assertThat(Graphs.of(alerts, Graphs.Format.GRAPHML))
        .contains("<graphml", "btc:1", "wrote", "names");
    assertThat(Graphs.of(alerts, Graphs.Format.CSV).lines()).hasSize(4);
  }

  @Test
  void format_followsTheNameOfTheFile() {
    assertThat(Graphs.format(Path.of("a.HTML"))).isEqualTo(Graphs.Format.HTML);
    assertThat(Graphs.format(Path.of("a.txt"))).isNull();
  }
}
