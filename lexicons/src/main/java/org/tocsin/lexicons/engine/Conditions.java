package org.tocsin.lexicons.engine;

import java.util.List;

/**
 * Which groups of words a text must meet for each clause of a query, as trees of all and any. All
 * trees lie in one array: scattered in memory, to wait for them took longer than to ask. Immutable.
 */
final class Conditions {
  private static final int ALL = -1;
  private static final int ANY = -2;
  private static final int ALWAYS = -3;

  /** Groups by number; or a mark, behind it where the node ends, and then its parts. */
  private final int[] nodes;

  /** Where each clause's tree begins. */
  private final int[] roots;

  private Conditions(int[] nodes, int[] roots) {
    this.nodes = nodes;
    this.roots = roots;
  }

  /** Of clauses, by number: all of each must be met. */
  static Conditions of(List<List<Requirement>> clauses) {
    Builder builder = new Builder();
    int[] roots = new int[clauses.size()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = builder.begin(true);
      clauses.get(i).forEach(requirement -> requirement.write(builder));
      builder.end(roots[i]);
    }
    return new Conditions(builder.nodes.toArray(), roots);
  }

  /**
   * Whether a text may match by a clause.
   *
   * @param groups bits of the groups that it meets
   */
  boolean metBy(int clause, long[] groups) {
    return nodeMetBy(roots[clause], groups);
  }

  private boolean nodeMetBy(int node, long[] groups) {
    int mark = nodes[node];
    if (mark >= 0) {
      return (groups[mark >>> 6] >>> mark & 1) != 0;
    }
    if (mark == ALWAYS) {
      return true;
    }
    boolean all = mark == ALL;
    int end = nodes[node + 1];
    for (int part = node + 2; part < end; part = after(part)) {
      if (nodeMetBy(part, groups) != all) {
        return !all;
      }
    }
    return all;
  }

  private int after(int node) {
    return nodes[node] == ALL || nodes[node] == ANY ? nodes[node + 1] : node + 1;
  }

  /** Writes trees, each from its root on. */
  static final class Builder {
    private final IntList nodes = new IntList();

    /** Begins a node, of which all parts must be met or any; gives its place. */
    int begin(boolean all) {
      nodes.add(all ? ALL : ANY);
      nodes.add(0);
      return nodes.size() - 2;
    }

    /** Adds a group to the node. */
    void group(int number) {
      nodes.add(number);
    }

    /** Adds what every text meets. */
    void always() {
      nodes.add(ALWAYS);
    }

    /** Ends the node at a place. */
    void end(int at) {
      nodes.set(at + 1, nodes.size());
    }
  }
}
