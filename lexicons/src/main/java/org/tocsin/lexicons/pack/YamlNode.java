package org.tocsin.lexicons.pack;

import java.util.List;
import java.util.Map;

/** A YAML value that knows where it stands. */
sealed interface YamlNode {
  /** Line of its first character, counted from 1. */
  int line();

  /** Column of its first character, counted from 1. */
  int column();

  /** What a person calls it. */
  String kind();

  /** Text, number, boolean or null: its text. */
  record Scalar(String text, int line, int column) implements YamlNode {
    @Override
    public String kind() {
      return "'" + text + "'";
    }
  }

  /** A sequence. */
  record Items(List<YamlNode> items, int line, int column) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping; each value under its key, with the place of the key. */
  record Mapping(Map<String, Keyed> entries, int line, int column) implements YamlNode {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A value and the place of its key. */
  record Keyed(YamlNode value, int line, int column) {}
}
