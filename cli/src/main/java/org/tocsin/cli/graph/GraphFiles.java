package org.tocsin.cli.graph;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.tocsin.cli.csv.CsvText;

/** Graphs for other programs. */
final class GraphFiles {
  private GraphFiles() {}

  /** GraphML, by JGraphT: Gephi, yEd and Cytoscape read it. */
  static String graphml(AlertGraph graph) {
    Graph<AlertGraph.Node, AlertGraph.Edge> joined =
        new DirectedMultigraph<>(AlertGraph.Edge.class);
    Map<String, AlertGraph.Node> byId = new HashMap<>();
    for (AlertGraph.Node node : graph.nodes()) {
      byId.put(node.id(), node);
      joined.addVertex(node);
    }
    for (AlertGraph.Edge edge : graph.edges()) {
      joined.addEdge(byId.get(edge.from()), byId.get(edge.to()), edge);
    }
    GraphMLExporter<AlertGraph.Node, AlertGraph.Edge> exporter =
        new GraphMLExporter<>(AlertGraph.Node::id);
    for (String name : List.of("kind", "label", "about")) {
      exporter.registerAttribute(
          name, GraphMLExporter.AttributeCategory.NODE, AttributeType.STRING);
    }
    exporter.registerAttribute("how", GraphMLExporter.AttributeCategory.EDGE, AttributeType.STRING);
    exporter.setVertexAttributeProvider(
        node ->
            Map.of(
                "kind", text(node.kind().label()),
                "label", text(node.label()),
                "about", text(node.about())));
    exporter.setEdgeAttributeProvider(edge -> Map.of("how", text(edge.how())));
    StringWriter out = new StringWriter();
    exporter.exportGraph(joined, out);
    return out.toString();
  }

  private static Attribute text(String value) {
    return DefaultAttribute.createAttribute(value);
  }

  /** One row for each edge. */
  static String csv(AlertGraph graph) throws IOException {
    CsvText csv = new CsvText(List.of("from", "how", "to"));
    try (csv) {
      for (AlertGraph.Edge edge : graph.edges()) {
        csv.row(List.of(edge.from(), edge.how(), edge.to()));
      }
    }
    return csv.text();
  }
}
