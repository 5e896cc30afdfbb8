package org.tocsin.connectors.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands a CSV parser one line at each read, and remembers those of the current row: so that a row
 * that turns out not to be CSV can be given back as it stood, and reading go on behind its first
 * line. A parser that reads further ahead than to the next line could not be followed.
 */
final class CsvLines extends Reader {
  private static final int END = -1;

  private final BufferedReader in;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final List<String> row = new ArrayList<>();
  private @Nullable String current;
  private int position;
  private int ahead = END;
  private boolean atEnd;
  private long lines;
  private long rowLine = 1;

  CsvLines(InputStream in) throws IOException {
    // Lenient: what is not UTF-8 becomes U+FFFD, and the rest of the file stays readable.
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    ahead = this.in.read();
    if (ahead == '\uFEFF') {
      ahead = this.in.read();
    }
  }

  /** The line on which the row that is being read began, from 1. */
  long rowLine() {
    return rowLine;
  }

  /** Whether anything was handed out since the last row ended. */
  boolean inRow() {
    return !row.isEmpty();
  }

  /**
   * Forgets the lines of the row that was read. To know that a row ended, the parser has taken the
   * next row's first line, if there is one.
   */
  void rowEnded() {
    String next = atEnd || row.isEmpty() ? null : row.get(row.size() - 1);
    row.clear();
    if (next == null) {
      rowLine = lines + 1;
    } else {
      row.add(next);
      rowLine = lines;
    }
  }

  /** Gives the row's first line, and lets the others be read again, by a parser of their own. */
  String giveUpRow() {
    String first = row.get(0);
    for (int i = row.size() - 1; i > 0; i--) {
      waiting.addFirst(row.get(i));
    }
    lines -= row.size() - 1;
    rowLine = lines + 1;
    row.clear();
    current = null;
    return first;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (current == null || position == current.length()) {
      current = nextLine();
      position = 0;
      atEnd = current == null;
      if (current == null) {
        return END;
      }
      if (row.isEmpty() && current.isBlank()) {
        rowLine++;
      } else {
        row.add(current);
      }
      lines++;
    }
    int count = Math.min(length, current.length() - position);
    current.getChars(position, position + count, into, offset);
    position += count;
    return count;
  }

  private @Nullable String nextLine() throws IOException {
    if (!waiting.isEmpty()) {
      return waiting.removeFirst();
    }
    if (ahead == END) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    while (ahead != END) {
      int c = ahead;
      ahead = in.read();
      line.append((char) c);
      if (c == '\n' || (c == '\r' && ahead != '\n')) {
        break;
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
