package org.tocsin.cli.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.events.Alert;
import org.tocsin.events.Link;

/**
 * Who named what where: nodes of accounts, channels, posts and observables, and what joins them.
 * Values are defanged; texts of posts are not in it.
 *
 * @param nodes in order of their ids
 * @param edges each once
 */
public record AlertGraph(List<Node> nodes, List<Edge> edges) {
  public AlertGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a node stands for. */
  public enum Kind {
    ACCOUNT,
    CHANNEL,
    POST,
    OBSERVABLE;

    /** Lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A node.
   *
   * @param id unique, its kind before it
   * @param label for people
   * @param about more of it, such as when a post was published
   */
  public record Node(String id, Kind kind, String label, String about) {}

  /**
   * What joins two nodes.
   *
   * @param how {@code wrote}, {@code in} or {@code names}
   */
  public record Edge(String from, String to, String how) {}

  /** The graph of alerts; a post of several alerts is one. */
  static AlertGraph of(List<Alert> alerts) {
    Map<String, Node> nodes = new TreeMap<>();
    LinkedHashSet<Edge> edges = new LinkedHashSet<>();
    for (Alert alert : alerts) {
      for (Link link : alert.links()) {
        String post = add(nodes, Kind.POST, link.postId(), link.at() + " on " + link.platform());
        String account = add(nodes, Kind.ACCOUNT, link.author(), link.platform());
        edges.add(new Edge(account, post, "wrote"));
        if (link.channel() != null) {
          String room = link.platform() + "/" + link.channel();
          edges.add(new Edge(post, add(nodes, Kind.CHANNEL, room, link.platform()), "in"));
        }
        for (String observable : link.observables()) {
          edges.add(new Edge(post, add(nodes, Kind.OBSERVABLE, observable, ""), "names"));
        }
      }
    }
    return new AlertGraph(new ArrayList<>(nodes.values()), new ArrayList<>(edges));
  }

  private static String add(Map<String, Node> nodes, Kind kind, String value, String about) {
    String id = kind.label() + " " + value;
    nodes.putIfAbsent(id, new Node(id, kind, value.replace("://", "[:]//"), about));
    return id;
  }

  /** How many nodes are of a kind. */
  long count(Kind kind) {
    return nodes.stream().filter(node -> node.kind() == kind).count();
  }
}
