package org.tocsin.cli.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {
  private static final String POSTS =
      "a red harbour\nred harbour, green hills\nthey reported green hills\ncalm\n";
  private static final String QUERY =
      "  - {id: near, query: 'fn:ordered(red harbour)', category: arms, status: shadow, meaning: M, source: s,"
          + " added: 2026-01-01, review_by: 2027-01-01}\n";

  @TempDir Path folder;
  private Keeper keeper = new Keeper(Path.of("target", "unused"));
  private Path posts = Path.of("");

  @BeforeEach
  void pack() {
    keeper = new Keeper(folder);
    posts = keeper.file("posts.txt", POSTS);
    keeper.file(
        "t/entries-2.yaml", "entries:\n" + Keeper.ENTRY.formatted("blue", "blue lake", "") + QUERY);
  }

  @Test
  void stats_posts_areCountedByEntryLanguageAndPair() {
    assertThat(keeper.run("stats", posts.toString(), "--format", "text", "--no-times")).isZero();
    assertThat(keeper.out)
        .startsWith("4 posts, 3 matched (7500.0 per 10,000), 2 flagged (5000.0 per 10,000)\n")
        .containsPattern("t@1/green +2 +5000.0  und 2\n")
        .containsPattern("und +3 +7500.0  of 4\n")
        .containsPattern("t@1/green \\+ t@1/red +1 +50%\n")
        .containsPattern("t@1/near \\+ t@1/red +2 +100%\n")
        .endsWith("1 entries never matched\n  t@1/blue\n")
        .doesNotContain("slowest");
  }

  @Test
  void stats_csv_hasEveryRow() {
    Path csv = folder.resolve("stats.csv");
    assertThat(keeper.run("stats", posts.toString(), "--format", "text", "--csv", csv.toString()))
        .isZero();
    assertThat(keeper.out).containsPattern("slowest queries[^\n]+\nt@1/near +0.00\n");
    assertThat(csv)
        .content()
        .isEqualTo(
            """
            what,name,other,posts,per_10000,share,micros_per_post
            posts,,,4,10000,,
            matched,,,3,7500.00,,
            flagged,,,2,5000.00,,
            unreadable,,,0,,,
            entry,t@1/green,,2,5000.00,,
            entry-language,t@1/green,und,2,5000.00,,
            entry,t@1/near,,2,5000.00,,
            entry-language,t@1/near,und,2,5000.00,,
            entry,t@1/red,,2,5000.00,,
            entry-language,t@1/red,und,2,5000.00,,
            entry,t@1/blue,,0,0.00,,
            language,und,,3,7500.00,,
            together,t@1/near,t@1/red,2,5000.00,1.00,
            together,t@1/green,t@1/near,1,2500.00,0.50,
            together,t@1/green,t@1/red,1,2500.00,0.50,
            query,t@1/near,,,,,0.00
            """);
  }

  @Test
  void stats_html_escapesEverythingAndNeedsNoNetwork() throws IOException {
    keeper.file(
        "t/entries.yaml",
        "entries:\n"
            + Keeper.ENTRY
                .formatted("red", "red harbour", "")
                .replace("A test word.", "'</script><script>alert(1)</script>\" onload=\"x'"));
    Path named = keeper.file("<img src=x onerror=alert(2)>.txt", POSTS);
    Path html = folder.resolve("stats.html");
    assertThat(keeper.run("stats", named.toString(), "--format", "text", "--html", html.toString()))
        .isZero();
    Document page = Jsoup.parse(Files.readString(html));
    assertThat(page.select("script")).hasSize(2);
    assertThat(page.select("img, link, iframe, [src], [href], [onload]")).isEmpty();
    assertThat(page.select("td").eachText())
        .contains("</script><script>alert(1)</script>\" onload=\"x");
    assertThat(page.title()).endsWith("<img src=x onerror=alert(2)>.txt");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
    assertThat(page.select("div.chart").eachAttr("data-bars"))
        .contains(
            "{\"labels\":[\"t@1/near\",\"t@1/red\"],\"values\":[5000.0,5000.0]}",
            "{\"labels\":[\"und\"],\"values\":[5000.0]}");
  }

  @Test
  void stats_htmlOfNothing_isAPageToo() throws IOException {
    Path none = keeper.file("none.txt", "");
    Path html = folder.resolve("stats.html");
    assertThat(keeper.run("stats", none.toString(), "--format", "text", "--html", html.toString()))
        .isZero();
    assertThat(Jsoup.parse(Files.readString(html)).select(".totals li").eachText())
        .contains("0posts");
    assertThat(
            keeper.run(
                "stats",
                none.toString(),
                "--format",
                "text",
                "--html",
                folder.resolve("no/such/folder.html").toString()))
        .isEqualTo(1);
    assertThat(keeper.err).contains("--html");
  }
}
