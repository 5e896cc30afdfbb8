package org.tocsin.lexicons.pack;

import java.util.Locale;

/**
 * What the words around a match can say about it; each makes harm less likely, none rules it out.
 */
public enum ContextTag {
  NEWS,
  /** Objects to what it repeats. */
  COUNTER_SPEECH,
  /** Repeats the words of others. */
  QUOTATION,
  NEGATED,
  ACADEMIC,
  RELIGIOUS,
  GAMING,
  HUMANITARIAN,
  SATIRE,
  /** Used by the group itself, in another sense. */
  RECLAIMED,
  SELF_IDENTIFICATION;

  /** The name in files and signals: lower case, with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
