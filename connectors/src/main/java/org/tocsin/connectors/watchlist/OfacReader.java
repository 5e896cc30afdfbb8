package org.tocsin.connectors.watchlist;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The US list of Specially Designated Nationals: {@code sdn.csv} by {@link #read}, then {@code
 * alt.csv} by {@link #readAliases}, both without a header row. Remembers the holders between the
 * two; one for each list, one thread.
 *
 * <p>Remarks give wallet addresses ({@code Digital Currency Address - XBT ...}) and the aliases
 * that OFAC calls weak ({@code a.k.a. '...'}), which are not sure.
 */
public final class OfacReader implements ListReader {
  private static final String NULL = "-0-";
  private static final int SDN_COLUMNS = 12;
  private static final int ALT_COLUMNS = 5;
  private static final Pattern PROGRAMMES = Pattern.compile("\\s*\\]\\s*\\[\\s*");
  private static final Pattern WALLET =
      Pattern.compile("Digital Currency Address - (\\S+) ([^;\\s]+)");
  private static final Pattern WEAK_ALIAS = Pattern.compile("[an]\\.k\\.a\\. '(.+?)'(?=[;.]|$)");

  /** DOS's end of file, with which the published files end. */
  private static final String END = "\u001A";

  private final Map<String, ListedName.Holder> holders = new HashMap<>();

  @Override
  public void read(InputStream in, Consumer<ListItem> sink) throws IOException {
    Rows.commas(in, (line, cells) -> holder(line, cells, sink));
  }

  /** Reads the aliases of the holders that {@link #read} has told. */
  public void readAliases(InputStream in, Consumer<ListItem> sink) throws IOException {
    Rows.commas(in, (line, cells) -> alias(line, cells, sink));
  }

  private void holder(long line, List<String> cells, Consumer<ListItem> sink) {
    if (cells.size() != SDN_COLUMNS) {
      wrong(line, cells, SDN_COLUMNS, sink);
      return;
    }
    ListedName.Holder holder =
        new ListedName.Holder(
            cells.get(0),
            kind(cells.get(2)),
            cells.get(3).equals(NULL) ? List.of() : List.of(PROGRAMMES.split(cells.get(3))));
    holders.put(holder.reference(), holder);
    name(line, holder, ListedName.Form.PRIMARY, cells.get(1), sink);
    String remarks = cells.get(SDN_COLUMNS - 1);
    Matcher alias = WEAK_ALIAS.matcher(remarks);
    while (alias.find()) {
      sink.accept(
          new ListedName(line, holder, ListedName.Form.ALIAS, false, alias.group(1).strip()));
    }
    Matcher wallet = WALLET.matcher(remarks);
    while (wallet.find()) {
      sink.accept(
          new ListedIdentifier(
              line, holder, wallet.group(1), wallet.group(2).replaceFirst("\\.$", "")));
    }
  }

  private void alias(long line, List<String> cells, Consumer<ListItem> sink) {
    if (cells.size() != ALT_COLUMNS) {
      wrong(line, cells, ALT_COLUMNS, sink);
      return;
    }
    ListedName.Holder holder = holders.get(cells.get(0));
    if (holder == null) {
      sink.accept(
          new Unusable(line, "alias of %s, whom the list does not name".formatted(cells.get(0))));
    } else {
      name(
          line,
          holder,
          cells.get(2).equals("fka") ? ListedName.Form.FORMER : ListedName.Form.ALIAS,
          cells.get(3),
          sink);
    }
  }

  private static void name(
      long line,
      ListedName.Holder holder,
      ListedName.Form form,
      String cell,
      Consumer<ListItem> sink) {
    String name = cell.equals(NULL) ? "" : cell;
    if (holder.kind() == ListedName.Kind.INDIVIDUAL) {
      name = spoken(name);
    }
    if (!Names.tell(name, line, holder, form, true, sink)) {
      sink.accept(new Unusable(line, "empty name of " + holder.reference()));
    }
  }

  /** {@code HARBOUR, Ann} as people say it. */
  private static String spoken(String name) {
    int comma = name.indexOf(',');
    return comma < 0
        ? name
        : name.substring(comma + 1).strip() + " " + name.substring(0, comma).strip();
  }

  private static void wrong(long line, List<String> cells, int expected, Consumer<ListItem> sink) {
    if (!cells.stream().allMatch(cell -> cell.isEmpty() || cell.equals(END))) {
      sink.accept(new Unusable(line, "%d cells: expected %d".formatted(cells.size(), expected)));
    }
  }

  private static ListedName.Kind kind(String cell) {
    return cell.equals(NULL)
        ? ListedName.Kind.ENTITY
        : Stream.of(ListedName.Kind.values())
            .filter(kind -> kind.name().equals(cell.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElse(ListedName.Kind.OTHER);
  }
}
