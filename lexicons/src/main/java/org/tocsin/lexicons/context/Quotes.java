package org.tocsin.lexicons.context;

import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quoted passage around a place in a text.
 *
 * <p>A passage does not run over an empty line, nor further than {@link #FURTHEST} to either side.
 * A mark between two letters is an apostrophe. A passage that is the whole post, but for links,
 * hashtags and mentions, is no quotation: nobody is left to quote it.
 */
final class Quotes {
  /** How far a mark may stand from the match, in UTF-16 units. */
  private static final int FURTHEST = 1_000;

  private String text = "";
  private Clauses.Range judged = new Clauses.Range(0, 0);
  private boolean quoted;

  /** Goes on with another text. */
  void read(String other) {
    text = other;
    judged = new Clauses.Range(0, 0);
    quoted = false;
  }

  /** The passage with its marks; null when no pair of marks stands around the place. */
  Clauses.@Nullable Range around(List<String> marks, int start, int end) {
    Clauses.Range nearest = null;
    for (String pair : marks) {
      Clauses.Range found = around(pair.charAt(0), pair.charAt(1), start, end);
      if (found != null && (nearest == null || found.from() > nearest.from()) && isQuoted(found)) {
        nearest = found;
      }
    }
    return nearest;
  }

  private Clauses.@Nullable Range around(char open, char close, int start, int end) {
    int from = open == close ? openedByCount(open, start) : opened(open, close, start);
    int to = from < 0 ? -1 : closed(open, close, end);
    return to < 0 ? null : new Clauses.Range(from, to + 1);
  }

  /** The opening mark on the left that no closing mark answers; -1 for none. */
  private int opened(char open, char close, int start) {
    int inner = 0;
    for (int i = start - 1; i >= 0 && start - i <= FURTHEST && !emptyLine(i); i--) {
      if (isMark(i, close)) {
        inner++;
      } else if (isMark(i, open) && --inner < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Marks that are the same on both sides open and close in turn. */
  private int openedByCount(char mark, int start) {
    int nearest = -1;
    int count = 0;
    for (int i = start - 1; i >= 0 && start - i <= FURTHEST && !emptyLine(i); i--) {
      if (isMark(i, mark)) {
        nearest = nearest < 0 ? i : nearest;
        count++;
      }
    }
    return count % 2 == 1 ? nearest : -1;
  }

  private int closed(char open, char close, int end) {
    int inner = 0;
    for (int i = end; i < text.length() && i - end <= FURTHEST && !emptyLine(i); i++) {
      if (open != close && isMark(i, open)) {
        inner++;
      } else if (isMark(i, close) && --inner < 0) {
        return i;
      }
    }
    return -1;
  }

  private boolean isMark(int i, char mark) {
    return text.charAt(i) == mark && !(letter(i - 1) && letter(i + 1));
  }

  private boolean letter(int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  private boolean emptyLine(int i) {
    return text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\n';
  }

  /** Whether words of somebody who quotes stand outside. */
  private boolean isQuoted(Clauses.Range passage) {
    if (!passage.equals(judged)) {
      judged = passage;
      quoted = hasWord(text.substring(0, passage.from())) || hasWord(text.substring(passage.to()));
    }
    return quoted;
  }

  private static boolean hasWord(String part) {
    StringTokenizer tokens = new StringTokenizer(part);
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      if (token.codePoints().anyMatch(Character::isLetter)
          && !token.startsWith("@")
          && !token.startsWith("#")
          && !token.startsWith("www.")
          && !token.contains("://")
          && !token.equals("RT")) {
        return true;
      }
    }
    return false;
  }
}
