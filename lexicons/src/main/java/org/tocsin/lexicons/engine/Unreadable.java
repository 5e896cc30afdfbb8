package org.tocsin.lexicons.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.core.parser.SyntaxParser;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;
import org.tocsin.events.DidYouMean;

/** Says why a query cannot be read, in terms of what its keeper wrote. */
final class Unreadable {
  /** The functions of the parser, without {@code fn:}. */
  private static final List<String> FUNCTIONS =
      List.of(
          "after",
          "atLeast",
          "before",
          "containedBy",
          "containing",
          "extend",
          "fuzzyTerm",
          "maxgaps",
          "maxwidth",
          "nonOverlapping",
          "notContainedBy",
          "notContaining",
          "notWithin",
          "or",
          "ordered",
          "overlapping",
          "phrase",
          "unordered",
          "unorderedNoOverlaps",
          "wildcard",
          "within");

  private static final Pattern FUNCTION = Pattern.compile("fn:(\\w+)");
  private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

  /** So many characters are shown on either side of the place. */
  private static final int AROUND = 24;

  private Unreadable() {}

  /**
   * The reason.
   *
   * @param query as written, sets by name
   */
  static String reason(String query, Exception e) {
    Matcher function = FUNCTION.matcher(query);
    while (function.find()) {
      if (!FUNCTIONS.contains(function.group(1))) {
        return "there is no function fn:%s%s"
            .formatted(function.group(1), DidYouMean.hint(function.group(1), FUNCTIONS));
      }
    }
    SyntaxParser parser = new StandardSyntaxParser();
    try {
      // A set stands for a word, whose name is one but for its first character.
      parser.parse(query.replace('@', 'x'), QueryCompiler.FIELD);
      return "the query cannot be read: " + e.getMessage();
    } catch (QueryNodeException unread) {
      int at = place(unread, query.length());
      if (at == query.length()) {
        return "the query cannot be read: it ends within a bracket or quotation marks";
      }
      return "the query cannot be read at its character %d, after '%s' and before '%s'"
          .formatted(
              at + 1,
              query.substring(Math.max(0, at - AROUND), at),
              query.substring(at, Math.min(query.length(), at + AROUND)));
    }
  }

  /** Where the parser gave up: the length when it wanted more. */
  private static int place(QueryNodeException unread, int length) {
    if (unread instanceof ParseException syntax && syntax.currentToken != null) {
      Token next = syntax.currentToken.next;
      return next == null || next.image.isEmpty() ? length : Math.min(length, next.beginColumn);
    }
    Matcher told = COLUMN.matcher(String.valueOf(unread.getMessage()));
    return told.find() ? Math.min(length, Integer.parseInt(told.group(1)) - 1) : length;
  }
}
