package org.tocsin.lexicons;

import java.util.List;
import java.util.TreeMap;
import org.tocsin.lexicons.pack.Pack;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;

/** One small pack for tests, written as a keeper writes it. */
public final class PackTexts {
  private final TreeMap<String, String> files = new TreeMap<>();

  /** A pack of one language with nothing in it. */
  public PackTexts(String language) {
    files.put(
        "t/pack.yaml",
        "id: t\nversion: 1\ntitle: T\nlanguages: [%s]\nowner: o\nlicence: Apache-2.0\nsources: [a book]\nreview_by: 2027-01-01\n"
            .formatted(language));
  }

  /** A file of it. */
  public PackTexts file(String name, String text) {
    files.put("t/" + name, text);
    return this;
  }

  /** Adds an active entry in flow style; {@code more} is further keys, each with a comma before. */
  public PackTexts entry(String id, String match, String more) {
    files.merge(
        "t/entries.yaml",
        "entries:\n" + line(id, match, more),
        (before, first) -> before + line(id, match, more));
    return this;
  }

  private static String line(String id, String match, String more) {
    return "  - {id: %s, match: %s, category: arms, status: active, meaning: m, source: a book, added: 2026-01-01, review_by: 2027-01-01%s}\n"
        .formatted(id, match, more);
  }

  /** The files. */
  public PackSource source() {
    return new PackSource(files);
  }

  /** The pack, read. */
  public List<Pack> packs() {
    try {
      return Packs.parse(source());
    } catch (PackException e) {
      throw new AssertionError(e);
    }
  }

  /** The pack, compiled. */
  public LexiconBundle bundle() {
    return LexiconBundle.compile(packs());
  }
}
