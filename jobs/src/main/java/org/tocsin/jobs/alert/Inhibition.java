package org.tocsin.jobs.alert;

import java.util.Map;
import org.tocsin.events.Alert;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Inhibits;
import org.tocsin.lexicons.pack.AlertRule.Status;

/** Which open alerts silence which others, as Alertmanager's inhibit rules with {@code equal}. */
final class Inhibition {
  private Inhibition() {}

  /** Whether some open alert silences one of another rule. */
  static boolean silenced(RuleLookup book, Keep<Episode> episodes, Alert alert) throws Exception {
    if (!book.inhibits()) {
      return false;
    }
    for (Episode other : episodes.values()) {
      AlertRule by = book.rule(other.rule());
      if (other.open()
          && by != null
          && by.status() == Status.ACTIVE
          && !by.name().equals(alert.rule())
          && silences(by, other.told(), alert)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an open alert of a rule silences one of another rule. */
  static boolean silences(AlertRule by, Alert open, Alert other) {
    Inhibits inhibits = by.life().inhibits();
    boolean named =
        inhibits.severities().contains(other.severity())
            || inhibits.rules().stream().anyMatch(rule -> isNamed(by, rule, other.rule()));
    return named && sameGroup(open.group(), other.group());
  }

  private static boolean isNamed(AlertRule by, String named, String rule) {
    int slash = rule.indexOf('/');
    String pack = rule.substring(0, slash);
    String id = rule.substring(slash + 1);
    int version = pack.indexOf('@');
    return (named.equals(id) && pack.equals(by.pack()))
        || named.equals((version < 0 ? pack : pack.substring(0, version)) + "/" + id);
  }

  private static boolean sameGroup(Map<String, String> one, Map<String, String> other) {
    long shared = one.keySet().stream().filter(other::containsKey).count();
    return (shared > 0 || (one.isEmpty() && other.isEmpty()))
        && one.entrySet().stream()
            .allMatch(
                value ->
                    value.getValue().equals(other.getOrDefault(value.getKey(), value.getValue())));
  }
}
