package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of what one rule counts in one group and pane, summed up before the shuffle. A Flink POJO:
 * a record cannot hold bytes.
 */
public final class Partial {
  /** Rule and group, which state is keyed by: see {@link #key(String, List)}. */
  public String key = "";

  /** The pane, as {@link PaneCodec} writes it. */
  public byte[] pane = {};

  /** For Flink. */
  public Partial() {}

  Partial(String key, byte[] pane) {
    this.key = key;
    this.pane = pane;
  }

  /** What state is keyed by. */
  public String key() {
    return key;
  }

  /** A rule and a group: each value behind its length, for platforms may hold any character. */
  static String key(String rule, List<String> group) {
    StringBuilder key = named(new StringBuilder(128), rule);
    group.forEach(value -> named(key, value));
    return key.toString();
  }

  /** One name for a group, different from that of any other. */
  static String name(List<String> group) {
    StringBuilder name = new StringBuilder();
    group.forEach(value -> named(name, value));
    return name.toString();
  }

  private static StringBuilder named(StringBuilder name, String value) {
    return name.append('|').append(value.length()).append(':').append(value);
  }

  /** The rule of a {@link #key}. */
  static String rule(String key) {
    int colon = key.indexOf(':');
    return key.substring(colon + 1, colon + 1 + Integer.parseInt(key, 1, colon, 10));
  }

  /** The rule and the values of a {@link #key}. */
  static List<String> parts(String key) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < key.length()) {
      int colon = key.indexOf(':', at);
      int end = colon + 1 + Integer.parseInt(key.substring(at + 1, colon));
      parts.add(key.substring(colon + 1, end));
      at = end;
    }
    return parts;
  }
}
