package org.tocsin.jobs.alert;

import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.AlertRule;

/** The rules that are known to whoever judges what they found. */
interface RuleLookup {
  /** The rule of a key; null when it is not known, or no more. */
  @Nullable AlertRule rule(String key);

  /** Whether some rule silences others. */
  boolean inhibits();
}
