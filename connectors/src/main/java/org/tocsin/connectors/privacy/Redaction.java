package org.tocsin.connectors.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tocsin.events.Observable;

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
   *   <li>payment card numbers: 13 to 19 digits in groups parted by up to three blanks, dashes and
   *       dots, with a valid Luhn check digit;
   *   <li>valid phone numbers in international form, {@code +} or {@code 00} first, or in a link to
   *       a chat with them ({@code wa.me/}, {@code phone=}), and {@code 8 9xx}, {@code 8 7xx}.
   * </ul>
   *
   * Characters that show nothing part no number.
   */
  public static String mask(String text) {
    return mask(text, List.of());
  }

  /**
   * The same, but numbers within a wallet, bank account, page or invite stay: they are what an
   * alert is about, and parts of them look like numbers of cards.
   *
   * @param found in the text
   */
  public static String mask(String text, List<Observable> found) {
    List<Observable> kept = found.stream().filter(one -> !isPrivate(one)).toList();
    Mask mask = new Mask(text);
    Handles.mask(mask);
    NumberSink hide =
        (number, start, end) -> {
          if (kept.stream().noneMatch(one -> one.start() < end && start < one.end())) {
            mask.hide(start, end);
          }
        };
    Cards.find(text, hide);
    Phones.find(text, hide);
    return mask.result();
  }

  /** Links, and what is merely written like an invite: {@code t.me/+4930901820} is a person. */
  static boolean isPrivate(Observable observable) {
    return switch (observable.kind()) {
      case "url", "domain", "email", "phone", "card" -> true;
      case "invite" -> observable.value().matches("t\\.me/\\+\\p{Nd}+");
      default -> false;
    };
  }

  /**
   * A link with names and numbers masked as in a text, but for long numbers that begin with 0 or 1:
   * one in ten ids of posts has the check digit of a card.
   */
  public static String maskLink(String link) {
    Mask mask = new Mask(link);
    Handles.mask(mask);
    numbers(mask);
    return mask.result();
  }

  /** A name of a channel, a tag, a sentence on a record: only numbers are masked, as in a link. */
  public static String maskNumbers(String text) {
    Mask mask = new Mask(text);
    numbers(mask);
    return mask.result();
  }

  private static void numbers(Mask mask) {
    Cards.findAmongIds(mask.text, (number, start, end) -> mask.hide(start, end));
    Phones.find(mask.text, (number, start, end) -> mask.hide(start, end));
  }

  /**
   * A record that could not be read, with {@code *} for each byte of the digits of its numbers: of
   * the same length. What is no UTF-8 is read byte by byte, and only 0 to 9 are digits there.
   */
  public static byte[] maskRaw(byte[] record) {
    Charset charset = isUtf8(record) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(record, charset);
    String masked = maskNumbers(text);
    if (masked.equals(text)) {
      return record;
    }
    StringBuilder kept = new StringBuilder(record.length);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (masked.charAt(i) == c) {
        kept.append(c);
      } else {
        kept.append("*".repeat(c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3));
      }
    }
    return kept.toString().getBytes(charset);
  }

  private static boolean isUtf8(byte[] record) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
