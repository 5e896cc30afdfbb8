package org.tocsin.lexicons.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.RefusedEntriesException.Refusal;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/**
 * Packs compiled with entries that a running job would not match: to test drafts, to show what
 * almost matched.
 *
 * @param bundle of all entries that can be compiled
 * @param refusals those that cannot
 */
public record Revived(LexiconBundle bundle, List<Refusal> refusals) {
  public Revived {
    refusals = List.copyOf(refusals);
  }

  /** Drafts are matched, as shadows. */
  public static Revived drafts(List<Pack> packs) {
    return of(
        packs,
        entry -> entry.status() == Entry.Status.DRAFT ? entry.in(Entry.Status.SHADOW) : entry);
  }

  /** Drafts and retired entries are matched, as shadows. */
  public static Revived all(List<Pack> packs) {
    return of(packs, entry -> entry.status().matched() ? entry : entry.in(Entry.Status.SHADOW));
  }

  /** Entries are matched as they are changed to. */
  static Revived of(List<Pack> packs, UnaryOperator<Entry> change) {
    List<Pack> changed =
        packs.stream()
            .map(pack -> pack.with(pack.entries().stream().map(change).toList()))
            .toList();
    try {
      return new Revived(LexiconBundle.compile(changed), List.of());
    } catch (RefusedEntriesException e) {
      Set<String> refused = new HashSet<>();
      e.refusals().forEach(refusal -> refused.add(refusal.pack() + "/" + refusal.entry()));
      List<Pack> rest =
          changed.stream()
              .map(
                  pack ->
                      pack.with(
                          pack.entries().stream()
                              .filter(entry -> !refused.contains(entry.pack() + "/" + entry.id()))
                              .toList()))
              .toList();
      return new Revived(LexiconBundle.compile(rest), e.refusals());
    }
  }
}
