package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Alert;
import org.tocsin.events.Json;
import org.tocsin.events.Link;

/** The page of {@code ./tocsin graph}, of alerts that {@code monitor} has written, in a browser. */
class GraphPageTest {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("tocsin.chromium", "/usr/bin/chromium"));

  private static final String WALLET = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
  private static final String HOSTILE = "<img src=x onerror=document.title='gone'>";

  private static final String RULE =
      """

        - id: named
          title: A wallet is named
          on: {categories: [financing], observables: [wallet]}
          group_by: [observable]
          window: 1h
          when: {posts: 1}
          severity: P3
          status: active
      """;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  private static String post(int number, String author, String channel, String text) {
    return new String(
        Json.write(
            Map.of(
                "id",
                "p" + number,
                "platform",
                "x",
                "author",
                author,
                "channel",
                channel,
                "text",
                text,
                "createdAt",
                "2025-03-01T12:0%d:00Z".formatted(number))),
        StandardCharsets.UTF_8);
  }

  /** Three posts of two accounts in two channels, about two wallets. */
  private static Path alerts() throws Exception {
    Path folder = Tree.newFolder("graph");
    Path posts =
        Files.write(
            folder.resolve("posts.jsonl"),
            List.of(
                post(1, "ana", "room", "one " + WALLET),
                post(2, "ben", HOSTILE, "two " + WALLET),
                post(3, "ben", "room", "three TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE")));
    Path alerts = folder.resolve("alerts.jsonl");
    Child monitor =
        Command.tocsin(List.of("-Xmx512m"), "monitor", "--posts", posts.toString())
            .with("--format", "jsonl", "--packs", Tree.samplePacks("", RULE).toString())
            .with("--alerts", alerts.toString())
            .run("monitor");
    assertThat(monitor.exitCode()).as(monitor.tail()).isZero();
    return alerts;
  }

  private static Path page(Path alerts) throws Exception {
    Path page = alerts.resolveSibling("graph.html");
    Child graph =
        Command.tocsin(List.of("-Xmx256m"), "graph", "--alerts", alerts.toString())
            .with("--out", page.toString())
            .run("graph");
    assertThat(graph.exitCode()).as(graph.tail()).isZero();
    return page;
  }

  private static Browser browser(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox")));
  }

  private Page open(Browser browser, Path file, int width, int height) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    context.setOffline(true);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(request -> asked.add(request.url()));
    page.exposeFunction("complain", arguments -> complaints.add(String.valueOf(arguments[0])));
    page.addInitScript(
        "addEventListener('securitypolicyviolation', e => complain(e.violatedDirective))");
    page.navigate(file.toUri().toString());
    return page;
  }

  /** Clicks where the chart has drawn a node. */
  private static void click(Page page, String id) {
    Locator graph = page.locator("#graph");
    graph.scrollIntoViewIfNeeded();
    BoundingBox box = graph.boundingBox();
    @SuppressWarnings("unchecked")
    List<Number> at =
        (List<Number>)
            page.evaluate(
                """
                id => {
                  const node = chart.getOption().series[0].data.find(node => node.id === id);
                  return chart.convertToPixel({ seriesIndex: 0 }, [node.x, node.y]);
                }
                """,
                id);
    page.mouse().click(box.x + at.get(0).doubleValue(), box.y + at.get(1).doubleValue());
  }

  @ParameterizedTest
  @CsvSource({"1400, 900", "420, 800"})
  void page_wideAndNarrow_showsTheGraphOfTheAlertsAndThePostsOfANode(int width, int height)
      throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "no Chromium at %s: apt-get install chromium, or -Dtocsin.chromium=PATH"
            .formatted(CHROMIUM));
    Path alerts = alerts();
    Set<Object> nodes = new HashSet<>();
    Set<Object> edges = new HashSet<>();
    for (String line : Files.readAllLines(alerts)) {
      for (Link link : Json.read(line.getBytes(StandardCharsets.UTF_8), Alert.class).links()) {
        String channel = "channel " + link.channel();
        nodes.addAll(List.of(link.postId(), link.author(), channel));
        nodes.addAll(link.observables());
        edges.add(List.of(link.author(), link.postId()));
        edges.add(List.of(link.postId(), channel));
        link.observables().forEach(observable -> edges.add(List.of(link.postId(), observable)));
      }
    }
    assertThat(nodes).hasSize(3 + 2 + 2 + 2);

    Path file = page(alerts);
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = browser(playwright)) {
      Page page = open(browser, file, width, height);
      String series = "chart.getModel().getSeriesByIndex(0)";
      assertThat(page.evaluate(series + ".getData().count()")).isEqualTo(nodes.size());
      assertThat(page.evaluate(series + ".getEdgeData().count()")).isEqualTo(edges.size());

      click(page, "observable btc:" + WALLET);
      Locator posts = page.locator("#posts");
      assertThat(posts.locator("h2").textContent()).isEqualTo("observable btc:" + WALLET);
      assertThat(posts.locator("tbody tr").count()).isEqualTo(2);
      assertThat(posts.locator("tbody tr").nth(0).textContent())
          .contains("2025-03-01T12:01:00Z on x", "x/room", "btc:" + WALLET, "x:p1");
      assertThat(posts.locator("tbody tr").nth(1).textContent()).contains("12:02:00Z", HOSTILE);

      assertThat(page.locator("img").count()).isZero();
      assertThat(page.title()).isEqualTo("Who named what");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing is wider than the window")
          .isEqualTo(true);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(file.resolveSibling("graph-" + width + ".png")));
      assertThat(complaints).isEmpty();
      assertThat(asked).containsOnly(file.toUri().toString());
    }
  }
}
