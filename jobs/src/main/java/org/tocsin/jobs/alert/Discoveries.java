package org.tocsin.jobs.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.jobs.baseline.FalseDiscovery;
import org.tocsin.lexicons.pack.AlertRule;

/** The false-discovery rate over all groups of a rule that were tested in one pane. */
final class Discoveries {
  private Discoveries() {}

  /** The largest p-value of each rule with a rate that is no false discovery. */
  static Map<String, Double> cutoffs(RuleLookup book, List<Candidate> candidates) {
    Map<String, List<Double>> tests = new TreeMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.p() != Candidate.UNTESTED) {
        tests.computeIfAbsent(candidate.rule(), rule -> new ArrayList<>()).add(candidate.p());
      }
    }
    Map<String, Double> cutoffs = new HashMap<>();
    tests.forEach(
        (key, p) -> {
          AlertRule rule = book.rule(key);
          if (rule != null && rule.when().rate() != null) {
            double[] all = p.stream().mapToDouble(Double::doubleValue).toArray();
            cutoffs.put(key, FalseDiscovery.cutoff(all, all.length, rule.when().rate().fdr()));
          }
        });
    return cutoffs;
  }
}
