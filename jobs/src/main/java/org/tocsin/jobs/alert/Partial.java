package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of what one rule counts in one group and pane, summed up before the shuffle. A Flink POJO:
 * a record cannot hold bytes.
 */
public final class Partial {
  /** Key of the rule in its {@link RuleBook}. */
  public String rule = "";

  /** Values of the rule's {@code group_by}, in its order. */
  public List<String> group = List.of();

  /** The pane, as {@link PaneCodec} writes it. */
  public byte[] pane = {};

  /** For Flink. */
  public Partial() {}

  Partial(String rule, List<String> group, Pane pane) {
    this.rule = rule;
    this.group = group;
    this.pane = PaneCodec.write(pane);
  }

  /** What state is keyed by. */
  public String key() {
    return key(rule, group);
  }

  /** A rule and a group: each value behind its length, for platforms may hold any character. */
  static String key(String rule, List<String> group) {
    return name(List.of(rule)) + name(group);
  }

  /** One name for a group, different from that of any other. */
  static String name(List<String> group) {
    StringBuilder name = new StringBuilder();
    group.forEach(value -> name.append('|').append(value.length()).append(':').append(value));
    return name.toString();
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
