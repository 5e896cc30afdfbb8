package org.tocsin.lexicons.engine;

import java.util.Arrays;

/** All phrases as one trie over slots, in flat arrays. Immutable. */
final class PhraseTrie {
  static final int ROOT = 0;

  private final LongIntMap edges;
  private final int[] endOffsets;
  private final int[] entries;
  private final int[] evaded;

  PhraseTrie(LongIntMap edges, int[] endOffsets, int[] entries, int[] evaded) {
    this.edges = edges;
    this.endOffsets = endOffsets;
    this.entries = entries;
    this.evaded = evaded;
  }

  /** The node behind a slot, {@link #ROOT} when there is none. */
  int next(int node, int slot) {
    return edges.get(edge(node, slot));
  }

  private static long edge(int node, int slot) {
    return (long) node << 32 | slot + 1;
  }

  /** First of the endings of a node. */
  int from(int node) {
    return endOffsets[node];
  }

  int to(int node) {
    return endOffsets[node + 1];
  }

  /** The entry that an ending is of. */
  int entry(int ending) {
    return entries[ending];
  }

  /** The evasions that an ending stands for by itself: joined or transliterated phrases. */
  int evaded(int ending) {
    return evaded[ending];
  }

  LongIntMap edges() {
    return edges;
  }

  int[] endOffsets() {
    return endOffsets;
  }

  int[] entries() {
    return entries;
  }

  int[] evaded() {
    return evaded;
  }

  /** Collects phrases. */
  static final class Builder {
    private final LongIntMap edges = new LongIntMap(16);
    private final IntList nodes = new IntList();
    private final IntList entries = new IntList();
    private final IntList evaded = new IntList();

    void add(int[] phrase, int entry, int how) {
      int node = ROOT;
      for (int slot : phrase) {
        int next = edges.get(edge(node, slot));
        if (next == LongIntMap.ABSENT) {
          next = edges.size() + 1;
          edges.put(edge(node, slot), next);
        }
        node = next;
      }
      nodes.add(node);
      entries.add(entry);
      evaded.add(how);
    }

    PhraseTrie build() {
      int[] offsets = new int[edges.size() + 2];
      for (int i = 0; i < nodes.size(); i++) {
        offsets[nodes.get(i) + 1]++;
      }
      for (int i = 1; i < offsets.length; i++) {
        offsets[i] += offsets[i - 1];
      }
      int[] next = Arrays.copyOf(offsets, offsets.length);
      int[] endEntries = new int[nodes.size()];
      int[] endEvaded = new int[nodes.size()];
      for (int i = 0; i < nodes.size(); i++) {
        int at = next[nodes.get(i)]++;
        endEntries[at] = entries.get(i);
        endEvaded[at] = evaded.get(i);
      }
      return new PhraseTrie(edges, offsets, endEntries, endEvaded);
    }
  }
}
