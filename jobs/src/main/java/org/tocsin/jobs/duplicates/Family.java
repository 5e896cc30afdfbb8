package org.tocsin.jobs.duplicates;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;

/** Texts that are thought to be copies of one. Immutable. */
public final class Family {
  /** The least share of members that are copies of the centre. */
  private static final double CLOSE = 0.6;

  private static final int NAME_PLACES = 4;

  private final Sketch centre;
  private final boolean close;

  private Family(Sketch centre, boolean close) {
    this.centre = centre;
    this.close = close;
  }

  /**
   * The family of these sketches, in any order.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Family of(Collection<Sketch> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a family has at least one member");
    }
    char[] places = new char[Sketch.PLACES];
    for (int i = 0; i < places.length; i++) {
      places[i] = commonest(members, i);
    }
    Sketch centre = new Sketch(places);
    long copies =
        members.stream().filter(member -> member.similarity(centre) >= Sketch.COPY).count();
    return new Family(centre, (double) copies / members.size() >= CLOSE);
  }

  /** Of several that are equally common, the least: the same in any order. */
  private static char commonest(Collection<Sketch> members, int place) {
    char[] values = new char[members.size()];
    int next = 0;
    for (Sketch member : members) {
      values[next++] = member.place(place);
    }
    Arrays.sort(values);
    char best = values[0];
    int most = 0;
    int run = 0;
    for (int i = 0; i < values.length; i++) {
      run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
      if (run > most) {
        most = run;
        best = values[i];
      }
    }
    return best;
  }

  /** The sketch of the text that all were copied from: the commonest value of each place. */
  public Sketch centre() {
    return centre;
  }

  /** Whether at least 60 % of the members are copies of the centre. */
  public boolean isClose() {
    return close;
  }

  /** Whether a text is a copy of the centre. */
  public boolean holds(Sketch text) {
    return centre.similarity(text) >= Sketch.COPY;
  }

  /** Whether two families are parts of one. */
  public boolean isOneWith(Family other) {
    return holds(other.centre);
  }

  /** 16 hex digits that follow from the centre. */
  public String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < NAME_PLACES; i++) {
      name.append(HexFormat.of().toHexDigits(centre.place(i)));
    }
    return name.toString();
  }
}
