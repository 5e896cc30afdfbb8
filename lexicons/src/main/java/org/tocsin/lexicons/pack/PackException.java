package org.tocsin.lexicons.pack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Packs that cannot be used, with all their problems. */
public final class PackException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  PackException(List<Problem> problems) {
    super(inOrder(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = inOrder(problems);
  }

  static List<Problem> inOrder(List<Problem> problems) {
    return problems.stream()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }

  /** All of them, in file order. */
  public List<Problem> problems() {
    return problems;
  }
}
