package org.tocsin.lexicons.pack;

import java.util.List;

/** Reads the languages of an entry or a context. */
final class LanguageCodes {
  private LanguageCodes() {}

  /** Two- or three-letter codes; these when there are none. */
  static List<String> read(Fields fields, List<String> absent) {
    List<String> languages = fields.textsOr("languages", absent);
    for (String language : languages) {
      if (!language.matches("[a-z]{2,3}")) {
        fields.problemAt(
            "languages",
            "language '%s': expected a two- or three-letter code such as en".formatted(language));
      }
    }
    return languages;
  }
}
