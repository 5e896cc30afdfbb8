package org.tocsin.lexicons.observable;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** URLs, bare domains and e-mail addresses. Not thread-safe. */
final class Links {
  /** The longest first: each is looked for right before {@code ://}. */
  private static final String[] SCHEMES = {
    "whatsapp", "https", "hxxps", "http", "hxxp", "sgnl", "ftp", "tg"
  };

  private static final int MAX_LOCAL_PART = 64;

  private final LinkRules rules = LinkRules.SHIPPED;
  private final Found found;
  private final StringBuilder value = new StringBuilder();

  /** No host that begins before it is looked at again. */
  private int done;

  /** Behind the last link. */
  private int told;

  Links(Found found) {
    this.found = found;
  }

  void reset() {
    done = 0;
    told = 0;
  }

  /** A colon with two slashes behind it. */
  void scheme(Text text, int colon) {
    if (colon < done) {
      return;
    }
    String scheme = schemeBefore(text, colon);
    if (scheme == null) {
      return;
    }
    int host = behindUser(text, colon + 3);
    int hostEnd = Hosts.end(text, host);
    done = Math.max(done, hostEnd);
    boolean web = scheme.charAt(0) == 'h' || scheme.charAt(0) == 'f';
    String written = text.substring(host, hostEnd);
    String canonicalScheme = scheme.replace("hxxp", "http");
    String name = web ? Hosts.canonical(written) : written.toLowerCase(Locale.ROOT);
    if (name != null && !name.isEmpty()) {
      String known = web || scheme.equals("sgnl") ? name : scheme + ":" + name;
      link(text, colon - scheme.length(), hostEnd, canonicalScheme, known);
    }
  }

  /** Behind {@code name:password@}, which is no part of the address. */
  private static int behindUser(Text text, int from) {
    int limit = Math.min(text.length, from + MAX_LOCAL_PART);
    int i = from;
    while (i < limit && (isLocalPart(text.chars[i]) || text.chars[i] == ':')) {
      i++;
    }
    text.steps += i - from;
    return text.chars[i] == '@' ? i + 1 : from;
  }

  /** A dot: a domain, when letters stand on both sides and its end is known. */
  void dot(Text text, int dot) {
    char[] chars = text.chars;
    if (dot < done || dot == 0 || !CharClass.isWord(chars[dot - 1])) {
      return;
    }
    char next = chars[dot + 1];
    if (!CharClass.isWord(next) || (next >= '0' && next <= '9')) {
      return;
    }
    int from = dot;
    int floor = Math.max(done, dot - Hosts.MAX_LENGTH);
    while (from > floor && (CharClass.isWord(chars[from - 1]) || chars[from - 1] == '-')) {
      from--;
    }
    text.steps += dot - from;
    while (from < dot && chars[from] == '-') {
      from++;
    }
    int end = Hosts.end(text, dot + 1);
    boolean email = chars[end] == '@' || (from > 0 && chars[from - 1] == '@');
    if (email) {
      return;
    }
    done = Math.max(done, end);
    String host = Hosts.canonical(text.substring(from, end));
    if (host == null) {
      return;
    }
    boolean path =
        chars[end] == '/'
            && (CharClass.isWord(chars[end + 1]) || "+#$".indexOf(chars[end + 1]) >= 0);
    if (path && isLowerCase(chars, dot + 1, end)) {
      link(text, from, end, null, host);
    } else if (Hosts.standsAlone(host)) {
      told = end;
      found.link(ObservableKind.DOMAIN, host, text, from, end);
    }
  }

  private static boolean isLowerCase(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isUpperCase(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** An at sign: an e-mail address, when a name stands before it and a domain behind. */
  void at(Text text, int at) {
    char[] chars = text.chars;
    if (at < told || at == 0 || !isLocalPart(chars[at - 1])) {
      return;
    }
    int from = at;
    int floor = Math.max(told, at - MAX_LOCAL_PART);
    while (from > floor && isLocalPart(chars[from - 1])) {
      from--;
    }
    while (from < at && !CharClass.isAlphanumeric(chars[from])) {
      from++;
    }
    int end = Hosts.end(text, at + 1);
    text.steps += at - from;
    String host = from == at ? null : Hosts.canonical(text.substring(at + 1, end));
    if (host != null && chars[end] != '@') {
      done = Math.max(done, end);
      told = end;
      String local = text.substring(from, at).toLowerCase(Locale.ROOT);
      found.link(ObservableKind.EMAIL, local + '@' + host, text, from, end);
    }
  }

  private static boolean isLocalPart(char c) {
    return CharClass.isAlphanumeric(c) || c == '.' || c == '_' || c == '+' || c == '-' || c == '%';
  }

  /**
   * A link whose host is known.
   *
   * @param scheme canonical; null when none is written
   * @param host canonical; {@code scheme:host} for schemes of applications
   */
  private void link(Text text, int from, int hostEnd, @Nullable String scheme, String host) {
    int pathStart = port(text, hostEnd);
    int end = pathEnd(text, pathStart);
    done = Math.max(done, end);
    told = end;
    if (isCut(text, end)) {
      return;
    }
    end = trimmed(text, pathStart, end);
    String name = rules.host(host);
    if (rules.know(name)) {
      LinkRules.Page page = rules.page(name, text.substring(pathStart, end));
      if (page != null) {
        found.link(page.kind(), page.name(), text, from, end);
        return;
      }
    }
    if (host.indexOf(':') < 0) {
      value.setLength(0);
      value.append(scheme == null ? "https" : scheme).append("://").append(name);
      if (!isDefaultPort(text, hostEnd, pathStart)) {
        value.append(text.chars, hostEnd, pathStart - hostEnd);
      }
      boolean root = end == pathStart + 1 && text.chars[pathStart] == '/';
      value.append(text.chars, pathStart, root ? 0 : end - pathStart);
      found.link(ObservableKind.URL, value.toString(), text, from, end);
    }
  }

  private static boolean isDefaultPort(Text text, int from, int to) {
    return to > from
        && (text.substring(from, to).equals(":80") || text.substring(from, to).equals(":443"));
  }

  private static int port(Text text, int at) {
    int end = at + 1;
    while (text.chars[at] == ':'
        && end < at + 6
        && end < text.length
        && text.chars[end] >= '0'
        && text.chars[end] <= '9') {
      end++;
    }
    return end == at + 1 ? at : end;
  }

  private static int pathEnd(Text text, int from) {
    char[] chars = text.chars;
    int i = from;
    if (chars[i] != '/' && chars[i] != '?' && chars[i] != '#') {
      return from;
    }
    while (i < text.length && isPathPart(chars[i])) {
      i++;
    }
    text.steps += i - from;
    return i;
  }

  private static boolean isPathPart(char c) {
    if (c < 128) {
      return c > ' ' && "<>\"`{}|\\^".indexOf(c) < 0;
    }
    // East Asian scripts write no blank behind a link.
    return c < '\u2E80'
        && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  /** Whether the platform cut the post within the link: it leads nowhere. */
  private static boolean isCut(Text text, int end) {
    return text.chars[end] == '\u2026'
        || (end == text.length
            && end > 2
            && text.chars[end - 1] == '.'
            && text.chars[end - 2] == '.');
  }

  /** Without the punctuation of the sentence around. */
  private static int trimmed(Text text, int from, int to) {
    char[] chars = text.chars;
    int end = to;
    while (end > from) {
      char c = chars[end - 1];
      if (c == ')' && count(chars, from, end, '(') >= count(chars, from, end, ')')) {
        break;
      }
      if (".,;:!?'\"*~)]".indexOf(c) < 0) {
        break;
      }
      end--;
    }
    text.steps += to - end;
    return end;
  }

  private static int count(char[] chars, int from, int to, char sought) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += chars[i] == sought ? 1 : 0;
    }
    return count;
  }

  private static @Nullable String schemeBefore(Text text, int colon) {
    for (String scheme : SCHEMES) {
      int start = colon - scheme.length();
      int i = 0;
      while (start >= 0
          && i < scheme.length()
          && (text.chars[start + i] | 0x20) == scheme.charAt(i)) {
        i++;
      }
      if (i == scheme.length()) {
        return scheme;
      }
    }
    return null;
  }
}
