package org.tocsin.jobs.alert;

import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;

/** The rules that a job evaluates, active and shadow. Immutable. */
public final class RuleBook implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<AlertRule> rules;
  private final Map<String, AlertRule> byKey = new HashMap<>();
  private final Map<AlertRule, String> keys = new HashMap<>();
  private final Map<String, String> targetGroups = new HashMap<>();

  /** These rules, but for drafts. */
  public RuleBook(List<AlertRule> rules) {
    this.rules = rules.stream().filter(rule -> rule.status() != AlertRule.Status.DRAFT).toList();
    for (AlertRule rule : this.rules) {
      // A changed rule is another one: it shares no state with what it was.
      String key = RuleKey.of(rule);
      byKey.put(key, rule);
      keys.put(rule, key);
    }
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

  /** What state of a rule is keyed by: its name and a digest of all it says. */
  String key(AlertRule rule) {
    return keys.getOrDefault(rule, rule.name());
  }

  /** The rule of a key; null when there is none any more. */
  @Nullable AlertRule rule(String key) {
    return byKey.get(key);
  }

  /** The group of people that an entry is about; null when it says none. */
  @Nullable String targetGroup(String pack, String entry) {
    return targetGroups.get(pack + "/" + entry);
  }

  /** How long a version of a post can matter to some window. */
  public Duration longestWindow() {
    return rules.stream()
        .map(AlertRule::window)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Of these, the rules whose first post is told at once. */
  RuleBook atOnce() {
    RuleBook book = new RuleBook(rules.stream().filter(AlertRule::atOnce).toList());
    book.targetGroups.putAll(targetGroups);
    return book;
  }

  /** Whether some rule silences others. */
  boolean inhibits() {
    return rules.stream()
        .anyMatch(rule -> !rule.life().inhibits().equals(AlertRule.Inhibits.NOTHING));
  }

  /** Whether some rule asks for a share of all posts. */
  public boolean needsShares() {
    return rules.stream().anyMatch(rule -> rule.when().share() != null);
  }

  /** Whether some rule needs to know of posts without signals. */
  public boolean needsTotals() {
    return rules.stream().anyMatch(rule -> rule.on().allPosts()) || needsShares();
  }
}
