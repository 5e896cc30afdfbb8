package org.tocsin.lexicons.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.MatchSink;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.engine.PhraseTrie.Node;
import org.tocsin.lexicons.engine.PhraseTrie.Token;
import org.tocsin.lexicons.pack.Entry;

/** Walks the trie from every token of a text. */
final class PhraseMatcher implements Matcher {
  private final Node root;
  private final Tokens tokens = new Tokens();

  PhraseMatcher(Node root) {
    this.root = root;
  }

  @Override
  public void match(String text, String lang, MatchSink sink) {
    List<Token> words = tokens.of(text);
    for (int i = 0; i < words.size(); i++) {
      walk(root, words, i, i, lang, sink);
    }
  }

  private void walk(Node from, List<Token> words, int first, int i, String lang, MatchSink sink) {
    if (i == words.size()) {
      return;
    }
    Token word = words.get(i);
    step(from.next(word.word()), words, first, i, lang, "exact", sink);
    step(from.next(PhraseTrie.STEM + word.stem()), words, first, i, lang, "inflected", sink);
  }

  private void step(
      @Nullable Node to,
      List<Token> words,
      int first,
      int i,
      String lang,
      String how,
      MatchSink sink) {
    if (to == null) {
      return;
    }
    for (Entry entry : to.ends) {
      if (speaks(entry, lang)) {
        sink.accept(entry, words.get(first).start(), words.get(i).end(), how);
      }
    }
    walk(to, words, first, i + 1, lang, sink);
  }

  private static boolean speaks(Entry entry, String lang) {
    if (lang.equals("und")) {
      return true;
    }
    int dash = lang.indexOf('-');
    return entry.languages().contains(dash < 0 ? lang : lang.substring(0, dash));
  }
}
