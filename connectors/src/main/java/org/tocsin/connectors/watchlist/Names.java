package org.tocsin.connectors.watchlist;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names in one field of a list, which may hold several, joined by semicolons, and others in
 * brackets behind them: {@code "A Front; B Front (AFT; فرونت)"}.
 */
final class Names {
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[](.*)[)\\]]");
  private static final Pattern LABEL =
      Pattern.compile("\\(?\\b(original script|previously listed as)\\b:?\\)?\\s*");

  private Names() {}

  /**
   * Tells every name of a field.
   *
   * @return whether there was any
   */
  static boolean tell(
      String field,
      long line,
      ListedName.Holder holder,
      ListedName.Form form,
      boolean sure,
      Consumer<ListItem> sink) {
    String text = BLANKS.matcher(LABEL.matcher(field).replaceAll("")).replaceAll(" ").strip();
    Matcher brackets = BRACKETS.matcher(text);
    String inside = brackets.find() ? brackets.group(1) : "";
    List<String> outside = parts(brackets.replaceAll(" "));
    outside.forEach(name -> sink.accept(new ListedName(line, holder, form, sure, name)));
    List<String> within = parts(inside);
    for (String name : within) {
      boolean otherScript =
          outside.isEmpty() || (latin(name) != latin(outside.get(0)) && !hasDigit(name));
      sink.accept(
          new ListedName(
              line,
              holder,
              otherScript ? ListedName.Form.ORIGINAL_SCRIPT : ListedName.Form.ALIAS,
              sure && otherScript,
              name));
    }
    return !outside.isEmpty() || !within.isEmpty();
  }

  private static List<String> parts(String text) {
    return Stream.of(SEMICOLON.split(text.replace('(', ' ').replace(')', ' ')))
        .map(part -> BLANKS.matcher(part).replaceAll(" ").strip())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static boolean latin(String name) {
    return name.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
  }

  private static boolean hasDigit(String name) {
    return name.codePoints().anyMatch(Character::isDigit);
  }
}
