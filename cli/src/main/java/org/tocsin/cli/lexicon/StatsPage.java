package org.tocsin.cli.lexicon;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tocsin.events.Json;

/**
 * A report as one HTML file that needs no network: charts by Apache ECharts, which stands in the
 * page. Everything that comes from packs and posts is escaped by the template engine.
 *
 * @param title of the page
 * @param report what it shows
 * @param packs names of the packs
 * @param digest of the bundle
 */
public record StatsPage(String title, StatsReport report, String packs, String digest) {
  /** The most bars of a chart; tables have all rows. */
  private static final int MOST_BARS = 25;

  private static final String LIBRARY =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.simple.min.js";

  /** The page. */
  public static String render(StatsPage page) {
    StringOutput out = new StringOutput();
    TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.tocsin.cli.page")
        .render("stats.jte", page, out);
    return out.toString();
  }

  /** A chart's bars as JSON: labels and values. */
  public record Bars(List<String> labels, List<Double> values) {
    /** The first rows as bars. */
    static <T> String of(List<T> rows, Function<T, String> label, ToDoubleFunction<T> value) {
      List<T> first =
          rows.stream().filter(row -> value.applyAsDouble(row) > 0).limit(MOST_BARS).toList();
      return new String(
          Json.write(
              new Bars(
                  first.stream().map(label).toList(),
                  first.stream()
                      .map(row -> Math.round(value.applyAsDouble(row) * 100) / 100.0)
                      .toList())),
          StandardCharsets.UTF_8);
    }
  }

  /** Entries by how often they match. */
  public String entryBars() {
    return Bars.of(report.entries(), StatsReport.EntryCount::name, StatsReport.EntryCount::rate);
  }

  /** Languages by how often anything matches in them. */
  public String languageBars() {
    return Bars.of(
        report.languages(), StatsReport.LanguageCount::lang, StatsReport.LanguageCount::rate);
  }

  /** Queries by their time. */
  public String queryBars() {
    return Bars.of(report.slowest(), StatsReport.QueryTime::name, StatsReport.QueryTime::micros);
  }

  /** The charts' code. */
  public String library() {
    try (InputStream in = StatsPage.class.getResourceAsStream(LIBRARY)) {
      if (in == null) {
        throw new IllegalStateException("the library of charts is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIBRARY, e);
    }
  }
}
