package org.tocsin.cli.cluster;

import java.io.PrintWriter;
import org.tocsin.connectors.topic.TopicFinding;

/** What a doctor has seen, a line each. */
final class Report {
  private final PrintWriter out;
  private int errors;
  private int warnings;

  Report(PrintWriter out) {
    this.out = out;
  }

  void good(String message) {
    out.println("ok     " + message);
  }

  /** Not well, and what to do. */
  void warn(String message) {
    warnings++;
    out.println("warn   " + message);
  }

  /** Broken, and what to do. */
  void bad(String message) {
    errors++;
    out.println("ERROR  " + message);
  }

  void found(TopicFinding finding) {
    switch (finding.level()) {
      case ERROR -> bad(finding.message());
      case WARNING -> warn(finding.message());
    }
  }

  /** Good, or not well. */
  void expect(boolean holds, String good, String warning) {
    if (holds) {
      good(good);
    } else {
      warn(warning);
    }
  }

  /** Whether nothing is broken. */
  boolean end() {
    out.printf("%d errors, %d warnings%n", errors, warnings);
    out.flush();
    return errors == 0;
  }
}
