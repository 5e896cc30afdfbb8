package org.tocsin.lexicons.observable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Token contracts, burn addresses, and public wallets of exchanges and charities. */
final class Benign {
  static final Benign SHIPPED = new Benign(Table.read("benign.tsv", 4));

  private final Set<String> known = new HashSet<>();

  Benign(List<List<String>> rows) {
    rows.forEach(row -> known.add(row.get(0) + ' ' + row.get(1)));
  }

  boolean contains(ObservableKind kind, String value) {
    return known.contains(kind.label() + ' ' + value);
  }
}
