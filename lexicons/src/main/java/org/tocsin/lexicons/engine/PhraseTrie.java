package org.tocsin.lexicons.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.MatchMode;

/** All phrases of a bundle as one trie over tokens. Immutable once built; shared by all threads. */
public final class PhraseTrie {
  /** Separates an exact token from a stem in a key; no tokenizer lets it through. */
  static final char STEM = '\u0001';

  private final Node root = new Node();

  private PhraseTrie() {}

  /** Compiles the entries that are matched; others are left out. */
  public static PhraseTrie of(List<Entry> entries) {
    PhraseTrie trie = new PhraseTrie();
    Tokens tokens = new Tokens();
    for (Entry entry : entries) {
      if (entry.status().matched()) {
        entry.match().forEach(phrase -> trie.add(entry, tokens.of(phrase)));
      }
    }
    return trie;
  }

  /** A matcher with buffers of its own. */
  public Matcher newMatcher() {
    return new PhraseMatcher(root);
  }

  private void add(Entry entry, List<Token> phrase) {
    Node node = root;
    for (Token token : phrase) {
      String key = entry.mode() == MatchMode.INFLECTED ? STEM + token.stem() : token.word();
      node = node.next.computeIfAbsent(key, unused -> new Node());
    }
    if (node != root) {
      node.ends.add(entry);
    }
  }

  /** A state: where each token leads, and which entries end here. */
  static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    final List<Entry> ends = new ArrayList<>(1);

    @Nullable Node next(String key) {
      return next.get(key);
    }
  }

  /**
   * A token of a text.
   *
   * @param word lower-cased
   * @param stem its stem
   * @param start UTF-16 offset in the text
   * @param end offset after it
   */
  record Token(String word, String stem, int start, int end) {}
}
