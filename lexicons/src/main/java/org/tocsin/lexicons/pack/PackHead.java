package org.tocsin.lexicons.pack;

import java.time.LocalDate;
import java.util.List;

/**
 * The paperwork of a pack, of which matching knows nothing.
 *
 * @param sources where its knowledge comes from
 * @param reviewBy when a person should look at all of it again
 * @param sourcesAt where the sources stand, or should
 * @param reviewAt where the date stands
 */
public record PackHead(List<String> sources, LocalDate reviewBy, Place sourcesAt, Place reviewAt) {
  public PackHead {
    sources = List.copyOf(sources);
  }
}
