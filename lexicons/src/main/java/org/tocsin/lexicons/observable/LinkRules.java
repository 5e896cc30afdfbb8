package org.tocsin.lexicons.observable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pages are more than a URL; the rows of {@code links.tsv}. */
final class LinkRules {
  static final LinkRules SHIPPED = new LinkRules(Table.read("links.tsv", 5));

  private final Map<String, List<Rule>> byHost = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  LinkRules(List<List<String>> rows) {
    for (List<String> row : rows) {
      if (row.get(0).equals("alias")) {
        aliases.put(row.get(1), row.get(3));
        continue;
      }
      Rule rule =
          new Rule(
              ObservableKind.valueOf(row.get(0).replace('-', '_').toUpperCase(Locale.ROOT)),
              row.get(2),
              row.get(3),
              Rest.valueOf(row.get(4).toUpperCase(Locale.ROOT)));
      byHost.computeIfAbsent(row.get(1), host -> new ArrayList<>()).add(rule);
    }
  }

  /** The name under which a host is known; mostly its own. */
  String host(String host) {
    return aliases.getOrDefault(host, host);
  }

  /** Whether some page of a host is more than a URL. */
  boolean know(String host) {
    return !rules(host).isEmpty();
  }

  private List<Rule> rules(String host) {
    List<Rule> rules = byHost.get(host);
    if (rules == null && host.startsWith("www.")) {
      rules = byHost.get(host.substring(4));
    }
    return rules == null ? List.of() : rules;
  }

  /**
   * What a page is, and its one canonical name.
   *
   * @param host canonical; {@code scheme:host} for schemes of applications
   * @param path from {@code /}, {@code ?} or {@code #} on
   * @return null for an ordinary URL
   */
  @Nullable Page page(String host, String path) {
    for (Rule rule : rules(host)) {
      String name = rule.name(path);
      if (name != null) {
        return new Page(rule.kind, name);
      }
    }
    return null;
  }

  record Page(ObservableKind kind, String name) {}

  /** What of the path behind the prefix names the page. */
  private enum Rest {
    /** Letters and digits up to the next mark, as written. */
    WORD,
    /** The same in lower case: where the service does not tell cases apart. */
    LOWER,
    /** All of it. */
    ALL
  }

  private record Rule(ObservableKind kind, String prefix, String canonical, Rest rest) {

    @Nullable String name(String path) {
      if (!path.regionMatches(true, 0, prefix, 0, prefix.length())) {
        return null;
      }
      int end = prefix.length();
      while (end < path.length() && (rest == Rest.ALL || isNamePart(path.charAt(end)))) {
        end++;
      }
      if (end == prefix.length()) {
        return null;
      }
      String name = path.substring(prefix.length(), end);
      return canonical + (rest == Rest.LOWER ? name.toLowerCase(Locale.ROOT) : name);
    }

    private static boolean isNamePart(char c) {
      return "/?#&=+".indexOf(c) < 0;
    }
  }
}
