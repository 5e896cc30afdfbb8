package org.tocsin.lexicons.context;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.MatchSink;
import org.tocsin.lexicons.Matcher;
import org.tocsin.lexicons.pack.ContextCue;
import org.tocsin.lexicons.pack.ContextTag;
import org.tocsin.lexicons.pack.Entry;

/** A matcher that holds matches to their entries' conditions and knows the contexts around them. */
public final class ContextMatcher implements Matcher {
  /** Why a match does not count that needs a listed name: whoever knows the names may overrule. */
  public static final String NO_LISTED_NAME =
      "needs: no name on a watchlist stands in the same clause";

  private final Matcher matcher;
  private final CueBook book;
  private final CueHits cues;
  private final Clauses clauses = new Clauses();
  private final Quotes quotes = new Quotes();
  private final DropSink dropped;
  private String text = "";

  /**
   * A matcher for one thread.
   *
   * @param matcher of entries
   * @param book the cues and conditions of the same packs
   * @param dropped is told of matches that conditions drop
   */
  public ContextMatcher(Matcher matcher, CueBook book, DropSink dropped) {
    this.matcher = matcher;
    this.book = book;
    this.dropped = dropped;
    cues = new CueHits(book);
  }

  @Override
  public void match(String text, String lang, MatchSink sink) {
    this.text = text;
    cues.read(text, lang);
    clauses.read(text);
    quotes.read(text);
    matcher.match(
        text,
        lang,
        (entry, start, end, how) -> {
          String reason = reason(entry, start, end);
          if (reason == null) {
            sink.accept(entry, start, end, how);
          } else {
            dropped.dropped(entry, start, end, how, reason);
          }
        });
  }

  /** Why a match does not count; null when it does. */
  private @Nullable String reason(Entry entry, int start, int end) {
    CueBook.Lists lists = book.conditions(entry);
    if (lists == null) {
      return null;
    }
    String surface = text.substring(start, end);
    for (String exception : entry.conditions().exceptions()) {
      if (exception.equalsIgnoreCase(surface)) {
        return "'%s' is one of its exceptions".formatted(surface);
      }
    }
    Clauses.Range clause = clauses.around(start, end);
    if (lists.unless() != CueBook.NONE) {
      Clauses.Range found = cues.nearest(lists.unless(), clause, entry, start, end);
      if (found != null) {
        return "unless: '%s' stands in the same clause"
            .formatted(text.substring(found.from(), found.to()));
      }
    }
    boolean needs = lists.needs() != CueBook.NONE;
    boolean needsName = entry.conditions().needsListedName();
    if ((!needs && !needsName)
        || (needs && cues.nearest(lists.needs(), clause, entry, start, end) != null)) {
      return null;
    }
    return needsName
        ? NO_LISTED_NAME
        : "needs: none of %s stands in the same clause".formatted(entry.conditions().needs());
  }

  /** Whether a place stands in the clause of another one in the last text. */
  public boolean inClauseOf(int start, int end, int otherStart, int otherEnd) {
    return clauses.around(start, end).holds(otherStart, otherEnd);
  }

  /**
   * The contexts of a match in the last text, in order of their tags; of each the cue that lowers
   * most.
   */
  public List<ContextHit> contexts(Entry entry, int start, int end) {
    Map<ContextTag, ContextHit> hits = new EnumMap<>(ContextTag.class);
    for (CueBook.Numbered context : book.contexts()) {
      ContextCue cue = context.cue();
      ContextHit known = hits.get(cue.tag());
      if (cue.isOf(entry.id()) && (known == null || known.lowers() < cue.lowers())) {
        Clauses.Range found =
            cue.marks().isEmpty()
                ? cues.nearest(context.list(), scope(cue, start, end), entry, start, end)
                : quotes.around(cue.marks(), start, end);
        if (found != null) {
          hits.put(cue.tag(), new ContextHit(cue.tag(), cue.lowers(), found.from(), found.to()));
        }
      }
    }
    return new ArrayList<>(hits.values());
  }

  private Clauses.Range scope(ContextCue cue, int start, int end) {
    Integer before = cue.before();
    Integer after = cue.after();
    boolean windowed = before != null || after != null;
    Clauses.Range window =
        windowed
            ? clauses.window(start, end, before == null ? 0 : before, after == null ? 0 : after)
            : new Clauses.Range(0, text.length());
    return cue.scope() == ContextCue.Scope.WINDOW
        ? window
        : window.within(clauses.around(start, end));
  }
}
