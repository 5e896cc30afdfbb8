package org.tocsin.connectors.watchlist;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * HurtLex 1.2, a tab-separated file for each language. Its level {@code inclusive} is not sure.
 * Categories are those of Bassignana, Basile and Patti (CLiC-it 2018).
 */
public final class HurtLexReader implements ListReader {
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("PS", "negative stereotypes, ethnic slurs"),
          Map.entry("RCI", "locations and demonyms"),
          Map.entry("PA", "professions and occupations"),
          Map.entry("DDF", "physical disabilities and diversity"),
          Map.entry("DDP", "cognitive disabilities and diversity"),
          Map.entry("DMC", "moral and behavioural defects"),
          Map.entry("IS", "social and economic disadvantage"),
          Map.entry("OR", "plants"),
          Map.entry("AN", "animals"),
          Map.entry("ASM", "male genitalia"),
          Map.entry("ASF", "female genitalia"),
          Map.entry("PR", "prostitution"),
          Map.entry("OM", "homosexuality"),
          Map.entry("QAS", "potential negative connotations"),
          Map.entry("CDS", "derogatory words"),
          Map.entry("RE", "felonies, crime and immoral behaviour"),
          Map.entry("SVP", "the seven deadly sins"));

  @Override
  public void read(InputStream in, Consumer<ListItem> sink) throws IOException {
    Table table = new Table(sink);
    Rows.tabs(in, table::row);
    if (table.columns == null) {
      throw new IOException("the file is empty: expected a header row");
    }
  }

  /** A file as it is read. */
  private static final class Table {
    private final Consumer<ListItem> sink;
    private @Nullable List<Integer> columns;

    Table(Consumer<ListItem> sink) {
      this.sink = sink;
    }

    void row(long line, List<String> cells) throws IOException {
      List<Integer> at = columns;
      if (at == null) {
        columns = Rows.columns(cells, "id", "category", "lemma", "level");
        return;
      }
      if (cells.size() <= at.stream().mapToInt(Integer::intValue).max().orElse(0)) {
        sink.accept(new Unusable(line, "%d cells: the row is cut off".formatted(cells.size())));
        return;
      }
      String code = cells.get(at.get(1)).toUpperCase(Locale.ROOT);
      String meaning = CATEGORIES.get(code);
      if (meaning == null) {
        sink.accept(
            new Unusable(
                line, "unknown category '%s' of %s".formatted(code, cells.get(at.get(0)))));
      } else if (cells.get(at.get(2)).isEmpty()) {
        sink.accept(new Unusable(line, "empty lemma of " + cells.get(at.get(0))));
      } else {
        sink.accept(
            new ListedWord(
                line,
                cells.get(at.get(2)),
                cells.get(at.get(0)),
                code + ", " + meaning,
                cells.get(at.get(3)).equals("conservative")));
      }
    }
  }
}
