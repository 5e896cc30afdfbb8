package org.tocsin.connectors.watchlist;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * OpenSanctions' {@code targets.simple.csv}, with a header row; {@code ;} joins values. Wallets
 * ({@code CryptoWallet}) are identifiers, whose name is their address.
 */
public final class OpenSanctionsReader implements ListReader {
  private static final Pattern JOINED = Pattern.compile("\\s*;\\s*");
  private static final String WALLET = "CryptoWallet";

  /** Where the columns stand. */
  private record Columns(int id, int schema, int name, int aliases, int dataset) {}

  @Override
  public void read(InputStream in, Consumer<ListItem> sink) throws IOException {
    Columns[] columns = new Columns[1];
    Rows.commas(
        in,
        (line, cells) -> {
          if (columns[0] == null) {
            List<Integer> at = Rows.columns(cells, "id", "schema", "name", "aliases", "dataset");
            columns[0] = new Columns(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4));
          } else {
            row(line, cells, columns[0], sink);
          }
        });
    if (columns[0] == null) {
      throw new IOException("the file is empty: expected a header row");
    }
  }

  private static void row(long line, List<String> cells, Columns columns, Consumer<ListItem> sink) {
    String schema = cell(cells, columns.schema());
    ListedName.Holder holder =
        new ListedName.Holder(
            cell(cells, columns.id()), kind(schema), values(cell(cells, columns.dataset())));
    String name = cell(cells, columns.name());
    if (name.isEmpty()) {
      sink.accept(new Unusable(line, "empty name of " + holder.reference()));
    } else if (schema.equals(WALLET)) {
      sink.accept(new ListedIdentifier(line, holder, schema, name));
    } else {
      sink.accept(new ListedName(line, holder, ListedName.Form.PRIMARY, true, name));
    }
    values(cell(cells, columns.aliases()))
        .forEach(
            alias -> sink.accept(new ListedName(line, holder, ListedName.Form.ALIAS, true, alias)));
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }

  private static List<String> values(String cell) {
    return Stream.of(JOINED.split(cell)).filter(value -> !value.isEmpty()).toList();
  }

  /** What an entity of a schema of Follow the Money is. */
  static ListedName.Kind kind(String schema) {
    return switch (schema) {
      case "Person" -> ListedName.Kind.INDIVIDUAL;
      case "Organization", "LegalEntity", "Company", "PublicBody" -> ListedName.Kind.ENTITY;
      case "Vessel" -> ListedName.Kind.VESSEL;
      case "Airplane" -> ListedName.Kind.AIRCRAFT;
      default -> ListedName.Kind.OTHER;
    };
  }
}
