package org.tocsin.jobs;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.function.SerializableFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.jobs.alert.RuleBook;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Pack;

/**
 * The rules that a job of signals evaluates: those of its scope, less those left out and, of
 * bundles that are published while it runs, less those for which signals are not enough.
 *
 * @param scope of the job
 * @param without rules that are left out, as {@code pack/id}
 */
record SignalRules(Scope scope, List<String> without)
    implements SerializableFunction<List<Pack>, RuleBook> {
  private static final Logger LOG = LoggerFactory.getLogger(SignalRules.class);

  SignalRules {
    without = List.copyOf(without);
  }

  @Override
  public RuleBook apply(List<Pack> packs) {
    List<AlertRule> rules = new ArrayList<>();
    for (AlertRule rule : chosen(packs)) {
      String beyond = SignalTopology.beyond(rule);
      if (beyond == null) {
        rules.add(rule);
      } else {
        LOG.warn("left out: {}, which a topic of signals does not tell", beyond);
      }
    }
    return RuleBook.of(packs, rules);
  }

  /** The same of the packs of a start, of which no rule may be left out unasked. */
  RuleBook checked(List<Pack> packs, List<String> mistakes) {
    if (!packs.isEmpty()) {
      List<String> unknown = new ArrayList<>(without);
      for (Pack pack : packs) {
        pack.rules().forEach(rule -> unknown.remove(name(pack, rule)));
      }
      unknown.forEach(name -> mistakes.add("--without-rules %s: no such rule".formatted(name)));
    }
    RuleBook book = RuleBook.of(packs, chosen(packs));
    for (String beyond : SignalTopology.beyond(book)) {
      mistakes.add(
          ("%s, which a topic of signals does not tell: run monitor for it, or leave it out by"
                  + " --without-rules %s")
              .formatted(beyond, beyond.substring(0, beyond.indexOf(' '))));
    }
    return book;
  }

  private List<AlertRule> chosen(List<Pack> packs) {
    List<AlertRule> rules = new ArrayList<>();
    for (Pack pack : packs) {
      for (AlertRule rule : pack.rules()) {
        if (scope.holds(rule) && !without.contains(name(pack, rule))) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private static String name(Pack pack, AlertRule rule) {
    return pack.id() + "/" + rule.id();
  }
}
