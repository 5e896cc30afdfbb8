package org.tocsin.cli.card;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours on a terminal; nothing, or brackets around what matters, when piped. */
public enum Ink {
  COLOUR,
  PLAIN;

  /** Colour on a terminal that has it, unless {@code NO_COLOR} is set. */
  public static Ink auto() {
    return Ansi.AUTO.enabled() ? COLOUR : PLAIN;
  }

  /** What matters. */
  public String bold(String text) {
    return styled(text, Style.bold);
  }

  /** What matters less. */
  public String faint(String text) {
    return styled(text, Style.faint);
  }

  /** What cannot wait. */
  public String urgent(String text) {
    return styled(text, Style.bold, Style.fg_red);
  }

  /** Evidence: reversed colours, or {@code [brackets]}. */
  public String marked(String text) {
    return this == COLOUR ? styled(text, Style.bold, Style.fg_yellow) : "[" + text + "]";
  }

  /** A text whose control characters, which could steer a terminal, are U+FFFD. */
  public static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> steers(c) ? 0xFFFD : c).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean steers(int c) {
    boolean control = Character.getType(c) == Character.CONTROL && c != '\n';
    boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || bidi;
  }

  private String styled(String text, IStyle... styles) {
    if (this == PLAIN) {
      return text;
    }
    StringBuilder on = new StringBuilder();
    for (IStyle style : styles) {
      on.append(style.on());
    }
    return on + text + Style.reset.on();
  }
}
