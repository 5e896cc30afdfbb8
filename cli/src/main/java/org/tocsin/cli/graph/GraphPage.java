package org.tocsin.cli.graph;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tocsin.events.Json;

/**
 * A graph as one HTML file that needs no network, drawn by Apache ECharts, which stands in the
 * page. Nothing in it can be followed; whatever comes from posts is escaped by the template engine.
 *
 * @param title of the page
 * @param graph what it shows
 * @param alerts how many alerts it is of
 */
public record GraphPage(String title, AlertGraph graph, int alerts) {
  private static final String LIBRARY =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  /** The page. */
  static String render(GraphPage page) {
    StringOutput out = new StringOutput();
    TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.tocsin.cli.page")
        .render("graph.jte", page, out);
    return out.toString();
  }

  /** Nodes and edges as JSON. */
  public String data() {
    return new String(
        Json.write(Map.of("nodes", graph.nodes(), "edges", graph.edges())), StandardCharsets.UTF_8);
  }

  /** How many there are of each kind, for people. */
  public List<String> counts() {
    return List.of(
        counted(AlertGraph.Kind.ACCOUNT),
        counted(AlertGraph.Kind.CHANNEL),
        counted(AlertGraph.Kind.POST),
        counted(AlertGraph.Kind.OBSERVABLE),
        alerts + (alerts == 1 ? " alert" : " alerts"));
  }

  private String counted(AlertGraph.Kind kind) {
    long count = graph.count(kind);
    return count + " " + kind.label() + (count == 1 ? "" : "s");
  }

  /** The graph as rows of text, for readers without the picture. */
  public List<AlertGraph.Edge> edges() {
    return graph.edges();
  }

  /** The library's code. */
  public String library() {
    try (InputStream in = GraphPage.class.getResourceAsStream(LIBRARY)) {
      if (in == null) {
        throw new IllegalStateException("the library of graphs is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIBRARY, e);
    }
  }
}
