package org.tocsin.lexicons.pack;

import java.util.List;

/** Ids of entries as packs ask for them: in full, or as {@code prefix*}. */
public final class Ids {
  private Ids() {}

  /** Whether an id is asked for; it is when nothing is. */
  public static boolean any(List<String> asked, String id) {
    for (String one : asked) {
      if (one.endsWith("*") ? id.startsWith(one.substring(0, one.length() - 1)) : one.equals(id)) {
        return true;
      }
    }
    return asked.isEmpty();
  }
}
