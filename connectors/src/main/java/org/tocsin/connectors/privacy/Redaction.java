package org.tocsin.connectors.privacy;

/**
 * Masks the names of accounts, payment card numbers and international phone numbers in a text.
 * Stateless and thread-safe.
 */
public final class Redaction {
  /** Stands for one UTF-16 unit of what is hidden. */
  public static final char MASK = '\u2022';

  private Redaction() {}

  /**
   * The text with its private parts masked by {@link #MASK}, one for one, separators kept: of the
   * same length, or the same instance when it holds none. Masked are
   *
   * <ul>
   *   <li>names behind {@code @} where it does not stand inside a word: {@code @name}, {@code
   *       @name@host}, {@code @name.host}; an e-mail address stays;
   *   <li>payment card numbers: 13 to 19 digits in groups parted by one blank or hyphen, with a valid
   *       Luhn check digit;
   *   <li>valid phone numbers in international form, {@code +} or {@code 00} first, or in a link to
   *       a chat with them ({@code wa.me/}, {@code phone=}).
   * </ul>
   */
  public static String mask(String text) {
    Mask mask = new Mask(text);
    Handles.mask(mask);
    Cards.find(text, (number, start, end) -> mask.hide(start, end));
    Phones.find(text, (number, start, end) -> mask.hide(start, end));
    return mask.result();
  }

  /**
   * A link with names and phone numbers masked as in a text. Long numbers stay: one in ten ids of
   * posts has the check digit of a card.
   */
  public static String maskLink(String link) {
    Mask mask = new Mask(link);
    Handles.mask(mask);
    Phones.find(link, (number, start, end) -> mask.hide(start, end));
    return mask.result();
  }
}
