package org.tocsin.lexicons.context;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and phrases that a query names, itself or by its sets. Immutable. */
final class AskedWords {
  private static final Pattern WORD =
      Pattern.compile(
          "fn:\\w+|\"(?<phrase>[^\"]+)\"|@(?<set>[\\p{L}\\p{N}_-]+)"
              + "|(?<word>[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’-]+");

  /** All of them, a blank around each word and a bar around each phrase. */
  private final String words;

  private AskedWords(String words) {
    this.words = words;
  }

  /** The words of a query; those that it excludes too, which never stand in a match. */
  static AskedWords of(String query, Map<String, List<String>> sets) {
    StringBuilder words = new StringBuilder("|");
    Matcher found = WORD.matcher(query);
    while (found.find()) {
      if (found.group("set") != null) {
        sets.getOrDefault(found.group("set"), List.of()).forEach(word -> add(words, word));
      } else if (found.group("phrase") != null) {
        add(words, found.group("phrase"));
      } else if (found.group("word") != null) {
        add(words, found.group("word"));
      }
    }
    return new AskedWords(words.toString());
  }

  private static void add(StringBuilder words, String phrase) {
    words.append(' ').append(plain(phrase)).append(" |");
  }

  private static String plain(String phrase) {
    return BETWEEN_WORDS.matcher(phrase).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** Whether the query names these words, alone or within one of its phrases. */
  boolean name(String surface) {
    return words.contains(" " + plain(surface) + " ");
  }
}
