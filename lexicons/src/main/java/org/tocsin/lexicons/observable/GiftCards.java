package org.tocsin.lexicons.observable;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wording that asks for gift cards by their codes: "Amazon gift cards, send the codes". In English,
 * Russian and Arabic; finer wording is for lexicon packs.
 */
final class GiftCards {
  /** How far the codes or the brand may stand from the card, in UTF-16 units. */
  private static final int REACH = 60;

  private static final int MAX_PER_TEXT = 20;

  private static final String[] NEEDLES = {
    "gift", "Gift", "GIFT", "подароч", "Подароч", "\u0628\u0637\u0627\u0642"
  };

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern CARD =
      Pattern.compile(
          "gift[ -]?(?:card|voucher)s?\\b"
              + "|подарочн\\p{L}{2,3} (?:карт\\p{L}{1,3}|сертификат\\p{L}{0,3})"
              + "|\u0628\u0637\u0627\u0642(?:\u0629|\u0627\u062A) (?:\u0627\u0644)?\u0647\u062F(?:\u064A\u0629|\u0627\u064A\u0627)",
          FLAGS);

  private static final Pattern CODE =
      Pattern.compile(
          "(?<!zip )(?<!area )\\b(?:codes?|pins?|redeem|scratch)\\b|(?<!\\p{L})(?:код\\p{L}{0,3}|пин)(?!\\p{L})"
              + "|\u0643\u0648\u062F|\u0631\u0645\u0632|\u0623\u0643\u0648\u0627\u062F|\u0631\u0645\u0648\u0632",
          FLAGS);

  private static final Pattern BRAND =
      Pattern.compile(
          "amazon|apple|itunes|google play|steam|xbox|playstation|razer|visa|ozon", FLAGS);

  private final Found found;

  GiftCards(Found found) {
    this.found = found;
  }

  void find(String raw, Text text) {
    for (String needle : NEEDLES) {
      int at = raw.indexOf(needle);
      for (int n = 0; at >= 0 && n < MAX_PER_TEXT; n++) {
        check(raw, at, text);
        at = raw.indexOf(needle, at + needle.length());
      }
    }
  }

  private void check(String raw, int at, Text text) {
    text.steps += 3 * REACH;
    Matcher card = CARD.matcher(raw).region(at, Math.min(raw.length(), at + REACH));
    if (!card.lookingAt()) {
      return;
    }
    int from = Math.max(0, at - REACH);
    int to = Math.min(raw.length(), card.end() + REACH);
    if (CODE.matcher(raw).region(from, to).find()) {
      Matcher brand = BRAND.matcher(raw).region(from, to);
      String value =
          (brand.find() ? brand.group().toLowerCase(Locale.ROOT) + " " : "") + "gift card";
      found.gift(value, at, card.end());
    }
  }
}
