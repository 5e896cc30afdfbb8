package org.tocsin.lexicons.engine;

/**
 * Which groups of words a text must meet for a query to match, as a tree of all and any in one
 * array: the tree itself lies scattered in memory, and to wait for that took longer than to ask.
 * Immutable.
 */
final class Condition {
  private static final int ALL = -1;
  private static final int ANY = -2;
  private static final int ALWAYS = -3;

  /** Groups by number; or a mark, behind it where the node ends, and then its parts. */
  private final int[] nodes;

  private Condition(int[] nodes) {
    this.nodes = nodes;
  }

  /**
   * Whether a text may match.
   *
   * @param groups bits of the groups that it meets; groups beyond the last bit count from the first
   *     again
   */
  boolean metBy(long[] groups) {
    return metBy(0, groups);
  }

  private boolean metBy(int node, long[] groups) {
    int mark = nodes[node];
    if (mark >= 0) {
      int bit = mark % (groups.length * Long.SIZE);
      return (groups[bit >>> 6] >>> bit & 1) != 0;
    }
    if (mark == ALWAYS) {
      return true;
    }
    boolean all = mark == ALL;
    int end = nodes[node + 1];
    for (int part = node + 2; part < end; part = after(part)) {
      if (metBy(part, groups) != all) {
        return !all;
      }
    }
    return all;
  }

  private int after(int node) {
    return nodes[node] == ALL || nodes[node] == ANY ? nodes[node + 1] : node + 1;
  }

  /** Writes one from its root on. */
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

    Condition build() {
      return new Condition(nodes.toArray());
    }
  }
}
