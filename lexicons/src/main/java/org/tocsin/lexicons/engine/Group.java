package org.tocsin.lexicons.engine;

import java.util.List;
import java.util.Set;

/**
 * Words and rows of words of which a query requires one. By the numbers of their terms.
 *
 * @param terms any of which meets it
 * @param rows any of which meets it as a whole
 */
record Group(Set<Integer> terms, Set<Row> rows) {

  /**
   * Words of which a text must hold all.
   *
   * @param start the rarest
   * @param others the others
   */
  record Row(int start, List<Integer> others) {}
}
