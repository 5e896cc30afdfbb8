package org.tocsin.connectors.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Makes plain text of a post's HTML: a line end for {@code br} and after each block. */
final class HtmlText {
  /**
   * With more tags than this the mending of bad HTML, quadratic at worst, is left out: the words
   * are read all the same.
   */
  private static final int MAX_MENDED_TAGS = 5_000;

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "ul",
          "ol",
          "blockquote",
          "pre",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "table",
          "tr",
          "hr",
          "section",
          "article",
          "figure",
          "figcaption",
          "dl",
          "dt",
          "dd");

  private final StringBuilder text = new StringBuilder();
  private final List<String> links = new ArrayList<>();

  void read(String html) {
    text.setLength(0);
    links.clear();
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      text.append(html);
      return;
    }
    parsed(html).traverse(new Visitor());
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
  }

  private static Node parsed(String html) {
    return html.chars().filter(c -> c == '<').count() <= MAX_MENDED_TAGS
        ? Jsoup.parseBodyFragment(html).body()
        : Jsoup.parse(html, "", Parser.xmlParser());
  }

  String text() {
    return text.toString();
  }

  /** Where links lead, without those to accounts and hashtags. */
  List<String> links() {
    return links;
  }

  private final class Visitor implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        String run = words.text();
        boolean lineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(run, lineStart && run.startsWith(" ") ? 1 : 0, run.length());
      } else if (node instanceof Element element) {
        if (element.normalName().equals("br")) {
          text.append('\n');
        } else if (element.normalName().equals("a")) {
          link(element);
        } else if (isBlock(element)) {
          endLine();
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && isBlock(element)) {
        endLine();
      }
    }

    private static boolean isBlock(Element element) {
      return BLOCKS.contains(element.normalName());
    }

    private void endLine() {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }

    private void link(Element anchor) {
      String target = anchor.attr("href");
      boolean own = anchor.hasClass("mention") || anchor.hasClass("hashtag");
      if (!own && (target.startsWith("https:") || target.startsWith("http:"))) {
        links.add(target);
      }
    }
  }
}
