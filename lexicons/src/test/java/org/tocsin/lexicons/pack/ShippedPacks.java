package org.tocsin.lexicons.pack;

import org.tocsin.lexicons.LexiconBundle;

/** The shipped packs, compiled once for all tests: they take seconds and much of the heap. */
public final class ShippedPacks {
  private static final LexiconBundle BUNDLE = compiled();

  private ShippedPacks() {}

  /** Compiled, without drafts. */
  public static LexiconBundle bundle() {
    return BUNDLE;
  }

  private static LexiconBundle compiled() {
    try {
      return LexiconBundle.compile(Packs.parse(PackSource.builtIn()));
    } catch (PackException e) {
      throw new IllegalStateException(e);
    }
  }
}
