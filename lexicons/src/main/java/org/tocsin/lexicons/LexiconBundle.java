package org.tocsin.lexicons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.context.ContextMatcher;
import org.tocsin.lexicons.context.CueBook;
import org.tocsin.lexicons.context.DropSink;
import org.tocsin.lexicons.engine.Engine;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * Packs, checked and compiled for matching. Immutable and thread-safe; named by a digest of its
 * content.
 */
public final class LexiconBundle {
  private final String digest;
  private final List<Pack> packs;
  private final Engine engine;
  private final CueBook cues;
  private @Nullable Directory index;

  private LexiconBundle(String digest, List<Pack> packs, Engine engine) {
    this.digest = digest;
    this.packs = packs;
    this.engine = engine;
    this.cues = CueBook.of(packs);
  }

  /**
   * Compiles packs that {@link org.tocsin.lexicons.pack.Packs} has read and checked.
   *
   * @throws RefusedEntriesException naming every query that cannot be read or requires no word
   */
  public static LexiconBundle compile(List<Pack> packs) {
    List<Pack> kept = packs.stream().map(pack -> pack.with(pack.entries())).toList();
    return new LexiconBundle(BundleDigest.of(kept), kept, Engine.of(kept));
  }

  /** 64 hex digits: SHA-256 over the content of the packs and the version of the engine. */
  public String digest() {
    return digest;
  }

  /** The packs that it was compiled from. */
  public List<Pack> packs() {
    return packs;
  }

  /** All rules of all packs. */
  public List<AlertRule> rules() {
    return packs.stream().flatMap(pack -> pack.rules().stream()).toList();
  }

  /** A matcher for one thread. */
  public Matcher newMatcher() {
    return cues.hasConditions()
        ? newContextMatcher((entry, start, end, how, reason) -> {})
        : engine.newMatcher();
  }

  /**
   * A matcher for one thread that also knows the contexts of matches.
   *
   * @param dropped is told of matches that an entry's conditions drop
   */
  public ContextMatcher newContextMatcher(DropSink dropped) {
    return new ContextMatcher(engine.newMatcher(), cues, dropped);
  }

  /**
   * The queries of which a text holds a word of each required kind, whatever its language and their
   * order: all that match it are among them. For questions about one text; slow for many.
   */
  public List<Entry> mayMatch(String text) {
    return engine.mayMatch(text);
  }

  /**
   * Writes the bundle as one file that {@link #open} reads without compiling; replaces what is
   * there in one step.
   */
  public void write(Path path) throws IOException {
    Artifact.write(new Artifact.Content(digest, packs, engine, index()), path);
  }

  /**
   * Reads a bundle in one sequential read.
   *
   * @throws IOException also when the file is no bundle, is damaged, or was written by another
   *     version of the engine; the message says which
   */
  public static LexiconBundle open(Path path) throws IOException {
    Artifact.Content content = Artifact.read(path);
    LexiconBundle bundle = new LexiconBundle(content.digest(), content.packs(), content.engine());
    bundle.index = content.index();
    return bundle;
  }

  /**
   * Finds entries, the best first, at most 1,000.
   *
   * @param words Lucene query syntax; fields are {@code id pack category language match query mode
   *     severity status meaning benign source}, words without one are sought in all
   * @throws IllegalArgumentException when the words are no query
   */
  public List<Entry> search(String words) {
    try (DirectoryReader reader = DirectoryReader.open(index())) {
      return EntryIndex.search(reader, words);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory does not fail", e);
    }
  }

  /** Built when first asked for: matching needs no index. */
  private synchronized Directory index() throws IOException {
    Directory built = index;
    if (built == null) {
      built = new ByteBuffersDirectory();
      EntryIndex.write(packs, built);
      index = built;
    }
    return built;
  }
}
