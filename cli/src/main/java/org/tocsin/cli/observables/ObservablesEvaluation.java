package org.tocsin.cli.observables;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.cli.card.Ink;
import org.tocsin.cli.card.ObservableLine;
import org.tocsin.cli.observables.KnownAddresses.Known;
import org.tocsin.cli.observables.Planter.Frame;
import org.tocsin.cli.observables.Planter.Planted;
import org.tocsin.events.Observable;
import org.tocsin.lexicons.observable.ObservableExtractor;

/** The three measurements of {@code observables evaluate}, printed as they are made. */
final class ObservablesEvaluation {
  private static final int AROUND = 30;
  private static final int MAX_SHOWN = 20;
  private static final Set<String> LINKS = Set.of("url", "domain", "email");

  private final List<String> posts;
  private final KnownAddresses known;
  private final PrintWriter out;
  private final Planter planter;
  private final ObservableExtractor extractor = new ObservableExtractor();

  ObservablesEvaluation(List<String> posts, KnownAddresses known, PrintWriter out) {
    this.posts = posts;
    this.known = known;
    this.out = out;
    planter = new Planter(posts);
  }

  /** How many of the listed addresses are found, as the right kind, with their whole span. */
  void recall() {
    out.printf("%d rows, %d addresses%n", known.rows(), known.known().size());
    known.oddRows().forEach(row -> out.println("  odd: " + Ink.harmless(row)));
    out.printf("%n%-26s %8s %8s %10s%n", "written", "planted", "found", "share");
    List<String> missed = new ArrayList<>();
    for (Frame frame : Planter.frames()) {
      int found = 0;
      for (Known address : known.known()) {
        Planted planted = planter.plant(address.address(), frame);
        if (isFound(planted, address)) {
          found++;
        } else {
          missed.add(frame.name() + ": " + address.kind() + " " + address.address());
        }
      }
      int all = known.known().size();
      out.printf(
          Locale.ROOT, "%-26s %8d %8d %10.5f%n", frame.name(), all, found, (double) found / all);
    }
    missed.stream().limit(MAX_SHOWN).forEach(row -> out.println("  missed " + Ink.harmless(row)));
  }

  private boolean isFound(Planted planted, Known address) {
    for (Observable found : extractor.extract(planted.text(), Integer.MAX_VALUE)) {
      boolean same = found.value().equalsIgnoreCase(address.address());
      boolean inside = found.start() >= planted.start() && found.end() <= planted.end();
      if (same && inside && found.kind().equals(address.kind())) {
        return true;
      }
    }
    return false;
  }

  /** How many addresses are believed whose checksum does not hold. */
  void broken(int count) {
    List<Known> checked =
        known.known().stream().filter(one -> Breaker.hasChecksum(one.address())).toList();
    Breaker breaker = new Breaker();
    int accepted = 0;
    for (int i = 0; i < count; i++) {
      String address = breaker.broken(checked.get(i % checked.size()).address());
      Frame frame = Planter.frames().get(i / checked.size() % Planter.frames().size());
      Planted planted = planter.plant(address, frame);
      for (Observable found : extractor.extract(planted.text(), Integer.MAX_VALUE)) {
        boolean inside = found.start() < planted.end() && found.end() > planted.start();
        if (inside && !LINKS.contains(found.kind())) {
          accepted++;
          out.println("  accepted " + address + " as " + ObservableLine.whole(found));
        }
      }
    }
    out.printf("%nchecksum broken: %,d planted, %d accepted%n", count, accepted);
  }

  /** What is found in posts in which nothing was planted. */
  void plain(int count, boolean show) {
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> shown = new ArrayList<>();
    for (String post : posts.subList(0, count)) {
      for (Observable found : extractor.extract(post, Integer.MAX_VALUE)) {
        kinds.merge(found.kind(), 1, Integer::sum);
        if (show ? !found.kind().equals("url") : !LINKS.contains(found.kind())) {
          shown.add(ObservableLine.whole(found) + "  in  " + around(post, found));
        }
      }
    }
    out.printf("%nplain posts: %,d, found %s%n", count, kinds);
    shown.forEach(line -> out.println("  " + line));
  }

  private static String around(String post, Observable found) {
    int from = Math.max(0, found.start() - AROUND);
    int to = Math.min(post.length(), found.end() + AROUND);
    return Ink.harmless(post.substring(from, to).replace('\n', ' '));
  }
}
