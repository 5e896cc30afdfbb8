package org.tocsin.lexicons.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/**
 * Dictionary forms of Ukrainian words, by the dictionary that Lucene's Ukrainian analyzer uses (<a
 * href="https://github.com/brown-uk/dict_uk">dict_uk</a>). One per thread; the dictionary, some 7
 * MB, is shared and read when the first is made.
 */
final class UkrainianLemmas {
  private static final class Shared {
    static final Dictionary DICTIONARY = read();

    private static Dictionary read() {
      try {
        return Dictionary.read(
            Objects.requireNonNull(
                UkrainianLemmas.class.getResource("/ua/net/nlp/ukrainian.dict"),
                "the dictionary is a dependency"));
      } catch (IOException e) {
        throw new UncheckedIOException("a resource does not fail", e);
      }
    }
  }

  private final DictionaryLookup lookup = new DictionaryLookup(Shared.DICTIONARY);

  /** All lemmas that a folded word may have; the word itself when it is in no dictionary. */
  List<String> of(String word) {
    // The dictionary is written without this letter.
    List<String> lemmas =
        lookup.lookup(word.replace('ґ', 'г')).stream()
            .map(form -> form.getStem().toString())
            .distinct()
            .toList();
    return lemmas.isEmpty() ? List.of(word) : lemmas;
  }
}
