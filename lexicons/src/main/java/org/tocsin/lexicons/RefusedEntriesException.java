package org.tocsin.lexicons;

import java.util.List;
import java.util.stream.Collectors;

/** Entries that cannot be compiled, all of them at once, each with the reason. */
public final class RefusedEntriesException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  /** Names all refused entries. */
  public RefusedEntriesException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
    this.refusals = List.copyOf(refusals);
  }

  /** The refused entries in order. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /**
   * One refused entry.
   *
   * @param pack {@code pack@version}
   * @param entry id of the entry
   * @param reason what to change
   */
  public record Refusal(String pack, String entry, String reason) {
    @Override
    public String toString() {
      return pack + "/" + entry + ": " + reason;
    }
  }
}
