package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.tocsin.cli.csv.CsvText;

/** A report as a table for the terminal, and as CSV. */
final class StatsText {
  /** The most pairs of entries, and of queries, that the table shows. */
  private static final int MOST = 20;

  private StatsText() {}

  /** Everything, as text. */
  static String table(StatsReport report) {
    StringBuilder out = new StringBuilder();
    line(
        out,
        "%,d posts, %,d matched (%.1f per 10,000), %,d flagged (%.1f per 10,000)",
        report.posts(),
        report.matched(),
        report.rate(report.matched()),
        report.flagged(),
        report.rate(report.flagged()));
    if (report.unreadable() > 0) {
      line(out, "%d records could not be read", report.unreadable());
    }
    head(out, report.matched() > 0, "entry", "per 10,000");
    for (StatsReport.EntryCount entry : report.entries()) {
      if (entry.posts() > 0) {
        line(
            out,
            "%-60s %9d %11.1f  %s",
            entry.name(),
            entry.posts(),
            entry.rate(),
            entry.languages());
      }
    }
    head(out, report.matched() > 0, "language", "per 10,000");
    for (StatsReport.LanguageCount lang : report.languages()) {
      if (lang.matched() > 0) {
        line(
            out, "%-60s %9d %11.1f  of %d", lang.lang(), lang.matched(), lang.rate(), lang.posts());
      }
    }
    head(out, !report.together().isEmpty(), "matching together", "of the rarer");
    for (StatsReport.Together pair : first(report.together())) {
      line(
          out,
          "%-60s %9d %11.0f%%",
          pair.one() + " + " + pair.other(),
          pair.posts(),
          100 * pair.share());
    }
    if (!report.slowest().isEmpty()) {
      line(out, "");
      line(out, "%-60s %21s", "slowest queries, each alone", "microseconds a post");
      first(report.slowest()).forEach(q -> line(out, "%-60s %21.2f", q.name(), q.micros()));
    }
    List<StatsReport.EntryCount> never = report.never();
    if (!never.isEmpty()) {
      line(out, "");
      line(out, "%d entries never matched", never.size());
      never.forEach(entry -> line(out, "  %s", entry.name()));
    }
    return out.toString();
  }

  private static <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(MOST, rows.size()));
  }

  private static void head(StringBuilder out, boolean any, String title, String last) {
    if (any) {
      line(out, "");
      line(out, "%-60s %9s %12s", title, "posts", last);
    }
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** Everything, one row each: what it is, whose, and the numbers that it has. */
  static String csv(StatsReport report) {
    CsvText csv =
        new CsvText(
            List.of("what", "name", "other", "posts", "per_10000", "share", "micros_per_post"));
    try (csv) {
      row(csv, "posts", "", "", report.posts(), 10_000, "", "");
      row(csv, "matched", "", "", report.matched(), report.rate(report.matched()), "", "");
      row(csv, "flagged", "", "", report.flagged(), report.rate(report.flagged()), "", "");
      row(csv, "unreadable", "", "", report.unreadable(), "", "", "");
      for (StatsReport.EntryCount entry : report.entries()) {
        row(csv, "entry", entry.name(), "", entry.posts(), entry.rate(), "", "");
        for (var lang : entry.byLanguage().entrySet()) {
          long count = lang.getValue();
          row(
              csv,
              "entry-language",
              entry.name(),
              lang.getKey(),
              count,
              report.rate(count),
              "",
              "");
        }
      }
      for (StatsReport.LanguageCount lang : report.languages()) {
        row(csv, "language", lang.lang(), "", lang.matched(), lang.rate(), "", "");
      }
      for (StatsReport.Together pair : report.together()) {
        row(csv, "together", pair.one(), pair.other(), pair.posts(), pair.rate(), pair.share(), "");
      }
      for (StatsReport.QueryTime query : report.slowest()) {
        row(csv, "query", query.name(), "", "", "", "", query.micros());
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing a string does not fail", e);
    }
    return csv.text();
  }

  private static void row(CsvText csv, Object... cells) throws IOException {
    csv.row(List.of(cells));
  }
}
