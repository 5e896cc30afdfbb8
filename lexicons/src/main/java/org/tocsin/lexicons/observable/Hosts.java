package org.tocsin.lexicons.observable;

import com.ibm.icu.text.IDNA;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.jspecify.annotations.Nullable;

/** Names of hosts. */
final class Hosts {
  static final int MAX_LENGTH = 253;

  /**
   * Top-level domains under which a bare {@code name.tld} in a post is taken for a host. Without
   * those that are words in a sentence whose blank was forgotten ("over.it", "storm.live").
   */
  private static final Set<String> PLAIN =
      Set.of(
          "com",
          "org",
          "net",
          "info",
          "biz",
          "edu",
          "gov",
          "mil",
          "onion",
          "xyz",
          "io",
          "ru",
          "su",
          "ua",
          "kz",
          "uz",
          "kg",
          "tj",
          "az",
          "ir",
          "af",
          "pk",
          "tr",
          "sy",
          "iq",
          "sa",
          "ae",
          "eg",
          "ly",
          "lb",
          "jo",
          "ye",
          "kw",
          "qa",
          "de",
          "fr",
          "uk",
          "eu",
          "nl",
          "pl",
          "cz",
          "ch",
          "es",
          "se",
          "ca",
          "au",
          "nz",
          "jp",
          "cn",
          "kr",
          "br",
          "mx",
          "xn--p1ai",
          "xn--j1amh");

  private static final IDNA IDNA_2008 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

  /** All top-level domains of the root zone, and that of Tor, in ASCII. */
  private static final Set<String> TOP_LEVEL = topLevel();

  private Hosts() {}

  /** Behind the characters of a host. */
  static int end(Text text, int from) {
    char[] chars = text.chars;
    int limit = Math.min(text.length, from + MAX_LENGTH + 1);
    int i = from;
    while (i < limit) {
      char c = chars[i];
      if (!CharClass.isWord(c) && c != '-' && c != '.' && c != '_') {
        break;
      }
      i++;
    }
    text.steps += i - from;
    while (i > from && !CharClass.isWord(chars[i - 1])) {
      i--;
    }
    return withoutNextSentence(chars, from, i);
  }

  /** "name.org.Next" is a host and the word behind a forgotten blank. */
  private static int withoutNextSentence(char[] chars, int from, int to) {
    int dot = to - 1;
    while (dot > from && chars[dot] != '.') {
      dot--;
    }
    boolean sentence =
        dot > from
            && to - dot > 1
            && Character.isUpperCase(chars[dot + 1])
            && Character.isLowerCase(chars[dot - 1])
            && !Character.isUpperCase(chars[to - 1]);
    for (int i = dot - 1; sentence && i > from; i--) {
      if (chars[i] == '.') {
        return dot;
      }
    }
    return to;
  }

  /** Lower case, in ASCII; null when it is no name of a host under a known top-level domain. */
  static @Nullable String canonical(String host) {
    String ascii = host;
    if (!isPlain(host)) {
      IDNA.Info info = new IDNA.Info();
      StringBuilder out = new StringBuilder();
      IDNA_2008.nameToASCII(host, out, info);
      if (info.hasErrors()) {
        return null;
      }
      ascii = out.toString().toLowerCase(Locale.ROOT);
    }
    int dot = ascii.lastIndexOf('.');
    if (dot <= 0 || dot == ascii.length() - 1) {
      return null;
    }
    return TOP_LEVEL.contains(ascii.substring(dot + 1)) || isIpv4(ascii) ? ascii : null;
  }

  /** Whether a canonical host needs neither a scheme nor a path to be taken for one. */
  static boolean standsAlone(String host) {
    return host.startsWith("www.") || PLAIN.contains(host.substring(host.lastIndexOf('.') + 1));
  }

  private static Set<String> topLevel() {
    Set<String> all = new HashSet<>(Set.of("onion"));
    for (ArrayType type : List.of(ArrayType.GENERIC_RO, ArrayType.COUNTRY_CODE_RO)) {
      all.addAll(Arrays.asList(DomainValidator.getTLDEntries(type)));
    }
    return all;
  }

  /** Lower-case ASCII, with no label empty. */
  private static boolean isPlain(String host) {
    char before = '.';
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c > 'z' || (c >= 'A' && c <= 'Z') || (c == '.' && before == '.')) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static boolean isIpv4(String host) {
    int part = 0;
    int parts = 1;
    int digits = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        parts++;
        part = 0;
        digits = 0;
      } else if (c >= '0' && c <= '9' && digits < 3) {
        part = part * 10 + c - '0';
        digits++;
      } else {
        return false;
      }
      if (part > 255) {
        return false;
      }
    }
    return parts == 4 && digits > 0;
  }
}
