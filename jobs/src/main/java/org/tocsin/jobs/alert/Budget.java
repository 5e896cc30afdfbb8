package org.tocsin.jobs.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Alert;
import org.tocsin.events.Measure;
import org.tocsin.lexicons.pack.AlertRule;

/** Stops a rule that opens more alerts in an hour than anybody reads. */
final class Budget {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Keep<Account> accounts;
  private final LongConsumer wake;

  Budget(Keep<Account> accounts, LongConsumer wake) {
    this.accounts = accounts;
    this.wake = wake;
  }

  boolean quarantined(String rule, long end) throws Exception {
    Account account = accounts.get(rule);
    return account != null && end < account.quarantinedUntil();
  }

  /**
   * Books one new alert.
   *
   * @return the alert that tells of the quarantine which begins now; null when none does
   */
  @Nullable Alert spend(String key, AlertRule rule, Alert alert, long end) throws Exception {
    Account kept = accounts.get(key);
    Account account = kept == null ? Account.NEW : kept;
    if (end < account.quarantinedUntil()) {
      return null;
    }
    List<Long> opened = new ArrayList<>();
    for (long at : account.opened()) {
      if (at > end - HOUR) {
        opened.add(at);
      }
    }
    boolean spent = opened.size() >= rule.life().budget();
    opened.add(end);
    accounts.put(
        key, spent ? new Account(List.of(), end + HOUR) : new Account(opened, Long.MIN_VALUE));
    wake.accept(end + HOUR);
    return spent ? quarantine(rule, alert, end) : null;
  }

  /** Forgets what no more counts. */
  void forget(long end) throws Exception {
    for (Map.Entry<String, Account> entry : accounts.entries()) {
      Account account = entry.getValue();
      if (end >= account.quarantinedUntil()
          && account.opened().stream().allMatch(at -> at <= end - HOUR)) {
        accounts.remove(entry.getKey());
      }
    }
  }

  private static Alert quarantine(AlertRule rule, Alert alert, long end) {
    int budget = rule.life().budget();
    Alert last =
        alert.told(
            Digests.id(rule.name() + "|quarantine|" + end),
            1,
            Alert.Status.OPEN,
            alert.severity(),
            ("In quarantine for 1 h: more than %s within an hour. Groups that would have rung are"
                    + " not told. Tune the rule or raise its 'budget'.")
                .formatted(Words.count(budget, "new alert")),
            alert.windowEnd());
    return last.withMeasures(
        Map.of("rule", rule.name()), List.of(new Measure("alerts_per_hour", budget + 1, budget)));
  }
}
