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

  String bold(String text) {
    return styled(text, Style.bold);
  }

  String faint(String text) {
    return styled(text, Style.faint);
  }

  String urgent(String text) {
    return styled(text, Style.bold, Style.fg_red);
  }

  /** Evidence: reversed colours, or {@code [brackets]}. */
  String marked(String text) {
    return this == COLOUR ? styled(text, Style.bold, Style.fg_yellow) : "[" + text + "]";
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
