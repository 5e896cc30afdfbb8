package org.tocsin.cli.watchlist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.lexicon.ListFile;
import org.tocsin.connectors.watchlist.ListItem;
import org.tocsin.connectors.watchlist.ListReader;
import org.tocsin.connectors.watchlist.ListedIdentifier;
import org.tocsin.connectors.watchlist.ListedName;
import org.tocsin.connectors.watchlist.ListedProgrammes;
import org.tocsin.connectors.watchlist.ListedWord;
import org.tocsin.connectors.watchlist.OfacReader;
import org.tocsin.connectors.watchlist.Unusable;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistBuilder;

/** Files of lists on their way into a watchlist: each thing in them is taken, or refused. */
final class Import {
  private final ImportFormat format;
  private final @Nullable String list;
  private final WatchlistBuilder builder = new WatchlistBuilder();
  private final List<Watchlist.Source> sources = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private int read;
  private int taken;
  private String file = "";

  /**
   * Something that is not in the watchlist.
   *
   * @param place file and line
   * @param reason the same for all of its kind
   * @param what it is, or more on it
   */
  record Refused(String place, String reason, String what) {
    @Override
    public String toString() {
      return place + ": " + reason + (what.isEmpty() ? "" : ": " + what);
    }
  }

  /**
   * An import that has read nothing yet.
   *
   * @param list what references begin with; null for what the format or the file says
   */
  Import(ImportFormat format, @Nullable String list) {
    this.format = format;
    this.list = list;
  }

  /** Reads files to their ends; of OFAC's pair the second holds the aliases of the first. */
  Watchlist read(List<Path> files) {
    ListReader reader = format.reader();
    for (int i = 0; i < files.size(); i++) {
      Path path = files.get(i);
      file = String.valueOf(path.getFileName());
      Consumer<ListItem> sink = this::add;
      ListFile.Origin origin =
          i > 0 && reader instanceof OfacReader ofac
              ? ListFile.read(path, ofac::readAliases, sink)
              : ListFile.read(path, reader, sink);
      sources.add(
          new Watchlist.Source(
              format.title().isEmpty() ? list() : format.title(), origin.file(), origin.sha256()));
    }
    return builder.build(sources);
  }

  private void add(ListItem item) {
    if (item instanceof ListedProgrammes listed) {
      builder.programmes(reference(listed.reference()), listed.programmes());
      return;
    }
    read++;
    String why = null;
    String what = "";
    if (item instanceof ListedName name) {
      what = name.name();
      why =
          builder.name(
              reference(name.holder().reference()),
              label(name.holder().kind()),
              name.holder().programmes(),
              name.name(),
              label(name.form()),
              name.sure());
    } else if (item instanceof ListedIdentifier id) {
      what = id.scheme() + " " + id.value();
      why =
          builder.identifier(
              reference(id.holder().reference()),
              label(id.holder().kind()),
              id.holder().programmes(),
              id.scheme(),
              id.value());
    } else if (item instanceof ListedWord word) {
      // Named by its value, for nothing else stays the same from one edition to the next.
      String value = builder.canonical(scheme(), word.text());
      what = word.text();
      why =
          builder.identifier(
              reference(value == null ? word.text() : value),
              "other",
              List.of(),
              scheme(),
              word.text());
    } else if (item instanceof Unusable unusable) {
      why = unusable.reason();
    }
    if (why == null) {
      taken++;
    } else {
      refused.add(new Refused(file + ":" + item.line(), why, what));
    }
  }

  private String reference(String inList) {
    return list() + ":" + inList;
  }

  private String list() {
    if (list != null) {
      return list;
    }
    return format.list().isEmpty() ? base().toLowerCase(Locale.ROOT) : format.list();
  }

  private String base() {
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  /** {@code XBT} of {@code ofac_XBT.txt}: what the file calls its addresses. */
  private String scheme() {
    return base().substring(base().lastIndexOf('_') + 1);
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Everything that was read. */
  int read() {
    return read;
  }

  /** How much of it is in the watchlist; with what was refused it makes up {@link #read}. */
  int taken() {
    return taken;
  }

  List<Refused> refused() {
    return refused;
  }

  /** How many were refused for each reason; what is particular to one is cut off. */
  Map<String, Integer> reasons() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Refused one : refused) {
      reasons.merge(
          one.reason()
              .replaceFirst(
                  " of \\S+, whom the list does not name$",
                  ", of a holder that the list does not name")
              .replaceFirst(" of (?!a holder).*|(?<=[a-z]: ).*", "")
              .replaceFirst("that \\S+:\\S+ has", "that its item has"),
          1,
          Integer::sum);
    }
    return reasons;
  }
}
