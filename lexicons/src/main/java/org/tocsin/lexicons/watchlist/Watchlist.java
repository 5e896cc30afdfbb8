package org.tocsin.lexicons.watchlist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.Entry;

/** Listed holders with their names and identifiers. Immutable, thread-safe, named by a digest. */
public final class Watchlist {
  /** How entries of watchlists begin; no entry of a pack has a colon in its id. */
  public static final String PREFIX = "watchlist:";

  /**
   * What a name weighs, once however many there are, beside another sign of financing: more than a
   * wallet alone, less than any appeal.
   */
  static final double NAME_WEIGHT = 0.15;

  private final String digest;
  private final List<Source> sources;
  private final List<WatchlistItem> items;
  private @Nullable WatchlistIndex index;

  /**
   * A list that items come of.
   *
   * @param title of the list
   * @param file that was read, without its folder
   * @param sha256 of the file, in hexadecimal
   */
  public record Source(
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String file,
      @JsonProperty(required = true) String sha256) {}

  Watchlist(String digest, List<Source> sources, List<WatchlistItem> items) {
    this.digest = digest;
    this.sources = List.copyOf(sources);
    this.items = List.copyOf(items);
  }

  static Watchlist of(List<Source> sources, List<WatchlistItem> items) {
    return new Watchlist(WatchlistFile.digest(sources, items), sources, items);
  }

  /** 64 hex digits: SHA-256 over the content and the version of the format. */
  public String digest() {
    return digest;
  }

  /** What it was made from. */
  public List<Source> sources() {
    return sources;
  }

  /** All items, in order of their references. */
  public List<WatchlistItem> items() {
    return items;
  }

  /** Whether a match is one of a watchlist. */
  public static boolean isListed(Entry entry) {
    return entry.id().startsWith(PREFIX);
  }

  /** Whether no context may lower a match: it is of a listed value. */
  public static boolean isExact(Entry entry) {
    return isListed(entry) && entry.weight() == 1;
  }

  /** Whether a match is one of a listed name. */
  public static boolean isName(Entry entry) {
    return isListed(entry) && !isExact(entry);
  }

  /** A matcher for one thread; the first one of a watchlist compiles the names. */
  public WatchlistMatcher newMatcher() {
    return new WatchlistMatcher(index());
  }

  synchronized WatchlistIndex index() {
    WatchlistIndex made = index;
    if (made == null) {
      made = new WatchlistIndex(this);
      index = made;
    }
    return made;
  }

  /** With names that were compiled before; their digest tells whether they are this list's. */
  Watchlist with(LexiconBundle names) throws IOException {
    Watchlist list = new Watchlist(digest, sources, items);
    list.index = new WatchlistIndex(list, names);
    return list;
  }

  /**
   * Its file and its compiled names: what {@link #readCompiled} reads in a fraction of the time
   * that compiling takes, by the same version of the engine.
   */
  public byte[] compiled() throws IOException {
    return CompiledWatchlist.write(this);
  }

  /**
   * A watchlist that is ready for matching.
   *
   * @param name for messages
   * @throws IOException also when the bytes are no compiled watchlist, are damaged, or were written
   *     by another version of the engine; the message says which
   */
  public static Watchlist readCompiled(byte[] bytes, String name) throws IOException {
    return CompiledWatchlist.read(bytes, name);
  }

  /** The bytes of its file. */
  public byte[] toBytes() {
    return WatchlistFile.bytes(this);
  }

  /** Writes it as one file; replaces what is there in one step. */
  public void write(Path path) throws IOException {
    WatchlistFile.write(this, path);
  }

  /**
   * Reads a watchlist.
   *
   * @throws IOException also when the file is no watchlist, is damaged, or is of another version of
   *     the format; the message says which
   */
  public static Watchlist open(Path path) throws IOException {
    return read(Files.readAllBytes(path), path.toString());
  }

  /**
   * A watchlist from the bytes of its file.
   *
   * @param name for messages
   */
  public static Watchlist read(byte[] bytes, String name) throws IOException {
    return WatchlistFile.read(bytes, name);
  }

  /**
   * All items of several watchlists; of one reference in two of them, the item of the later one.
   */
  public static Watchlist union(List<Watchlist> lists) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    List<Source> sources = new ArrayList<>();
    Map<String, WatchlistItem> items = new LinkedHashMap<>();
    for (Watchlist list : lists) {
      sources.addAll(list.sources);
      list.items.forEach(item -> items.put(item.reference(), item));
    }
    return of(
        sources,
        items.values().stream().sorted(Comparator.comparing(WatchlistItem::reference)).toList());
  }
}
