package org.tocsin.cli.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;

/** Graphs of alerts as files. */
public final class Graphs {
  private Graphs() {}

  /** The kinds of files. */
  public enum Format {
    HTML,
    GRAPHML,
    CSV
  }

  /** The format that a file's name asks for; null when it asks for none. */
  public static @Nullable Format format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    return null;
  }

  /** What the file of these alerts holds. */
  public static String of(List<Alert> alerts, Format format) throws IOException {
    AlertGraph graph = AlertGraph.of(alerts);
    return switch (format) {
      case HTML -> GraphPage.render(new GraphPage("Who named what", graph, alerts.size()));
      case GRAPHML -> GraphFiles.graphml(graph);
      case CSV -> GraphFiles.csv(graph);
    };
  }
}
