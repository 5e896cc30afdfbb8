package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/** The rules that a job evaluates, active and shadow. Immutable. */
public final class RuleBook implements RuleBooks, RuleLookup {
  private static final long serialVersionUID = 1L;

  private final List<AlertRule> rules;
  private final Map<String, AlertRule> byKey = new LinkedHashMap<>();
  private final Map<String, String> targetGroups = new HashMap<>();
  private final Duration longestWindow;
  private transient @Nullable IdentityHashMap<AlertRule, String> keys;
  private transient @Nullable Routing routing;
  private transient @Nullable RuleBook atOnce;
  private transient @Nullable List<Force> forces;

  /** These rules, but for drafts. */
  public RuleBook(List<AlertRule> rules) {
    this.rules = rules.stream().filter(rule -> rule.status() != AlertRule.Status.DRAFT).toList();
    for (AlertRule rule : this.rules) {
      // A changed rule is another one: it shares no state with what it was.
      byKey.put(RuleKey.of(rule), rule);
    }
    longestWindow =
        this.rules.stream()
            .map(AlertRule::window)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
  }

  /** The rules of packs, and what their entries are about. */
  public static RuleBook of(List<Pack> packs) {
    return of(packs, packs.stream().flatMap(pack -> pack.rules().stream()).toList());
  }

  /** These rules over the entries of packs. */
  public static RuleBook of(List<Pack> packs, List<AlertRule> rules) {
    RuleBook book = new RuleBook(rules);
    for (Pack pack : packs) {
      for (Entry entry : pack.entries()) {
        if (entry.targetGroup() != null) {
          book.targetGroups.put(entry.pack() + "/" + entry.id(), entry.targetGroup());
        }
      }
    }
    return book;
  }

  /** In the order of the packs. */
  public List<AlertRule> rules() {
    return rules;
  }

  /** What state of one of these rules is keyed by: its name and a digest of all it says. */
  String key(AlertRule rule) {
    IdentityHashMap<AlertRule, String> known = keys;
    if (known == null) {
      // By identity: to hash all that a rule says is too much for every post.
      known = new IdentityHashMap<>();
      for (Map.Entry<String, AlertRule> entry : byKey.entrySet()) {
        known.put(entry.getValue(), entry.getKey());
      }
      keys = known;
    }
    return known.getOrDefault(rule, rule.name());
  }

  /** Which of them count a signal; made once. */
  Routing routing() {
    Routing made = routing;
    if (made == null) {
      made = new Routing(this);
      routing = made;
    }
    return made;
  }

  @Override
  public @Nullable AlertRule rule(String key) {
    return byKey.get(key);
  }

  @Override
  public RuleBook at(long time) {
    return this;
  }

  @Override
  public RuleBook of(Signal signal) {
    return this;
  }

  @Override
  public List<Force> forces() {
    List<Force> made = forces;
    if (made == null) {
      made =
          byKey.entrySet().stream()
              .map(
                  entry ->
                      new Force(entry.getKey(), entry.getValue(), Long.MIN_VALUE, Long.MAX_VALUE))
              .toList();
      forces = made;
    }
    return made;
  }

  /** The group of people that an entry is about; null when it says none. */
  @Nullable String targetGroup(String pack, String entry) {
    return targetGroups.get(pack + "/" + entry);
  }

  @Override
  public Duration longestWindow() {
    return longestWindow;
  }

  /** Of these, the rules whose first post is told at once. */
  RuleBook atOnce() {
    RuleBook made = atOnce;
    if (made == null) {
      made = new RuleBook(rules.stream().filter(AlertRule::atOnce).toList());
      made.targetGroups.putAll(targetGroups);
      atOnce = made;
    }
    return made;
  }

  @Override
  public boolean inhibits() {
    return inhibits(rules);
  }

  static boolean inhibits(Collection<AlertRule> rules) {
    return rules.stream()
        .anyMatch(rule -> !rule.life().inhibits().equals(AlertRule.Inhibits.NOTHING));
  }

  /** Whether some rule asks for a share of all posts. */
  public boolean needsShares() {
    return rules.stream().anyMatch(rule -> rule.when().share() != null);
  }

  @Override
  public boolean needsTotals() {
    return rules.stream().anyMatch(rule -> rule.on().allPosts()) || needsShares();
  }
}
