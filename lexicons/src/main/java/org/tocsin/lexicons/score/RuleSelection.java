package org.tocsin.lexicons.score;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.events.Observable;
import org.tocsin.events.Severity;
import org.tocsin.events.Signal;
import org.tocsin.lexicons.observable.ObservableKind;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.Ids;

/** Which signals a rule counts: the one answer for {@code flagged} and for the windows. */
public final class RuleSelection {
  private static final Set<String> WALLETS = ObservableKind.labels(ObservableKind::wallet);
  private static final Set<String> MONEY = ObservableKind.labels(ObservableKind::money);

  private RuleSelection() {}

  /**
   * Whether this rule counts a signal. A score of 0 counts only where a watchlist names an
   * observable and the rule asks for that.
   */
  public static boolean counts(AlertRule rule, Signal signal) {
    return counts(rule.on(), signal);
  }

  /** Whether a selection takes a signal; see {@link #counts(AlertRule, Signal)}. */
  public static boolean counts(AlertRule.On on, Signal signal) {
    return counts(
            on,
            signal.category(),
            signal.post().lang(),
            signal.score(),
            signal.severity(),
            signal.context(),
            signal.matches(),
            signal.observables())
        && isOrAny(on.platforms(), signal.post().platform());
  }

  /** Whether this rule counts a finding, on a platform that it looks at. */
  public static boolean counts(AlertRule rule, Finding finding, String lang) {
    return counts(
        rule.on(),
        finding.category(),
        lang,
        finding.score(),
        finding.severity(),
        finding.context(),
        finding.matches(),
        finding.observables());
  }

  private static boolean counts(
      AlertRule.On on,
      Category category,
      String lang,
      double score,
      Severity severity,
      List<String> context,
      List<Match> matches,
      List<Observable> observables) {
    return !on.allPosts()
        && (score > 0 || on.listed())
        && score >= on.minScore()
        && isOrAny(on.categories(), category)
        && isOrAny(on.languages(), primary(lang))
        && atLeast(on.severity(), severity)
        && on.with().stream().allMatch(tag -> context.contains(tag.label()))
        && (on.without().stream().noneMatch(tag -> context.contains(tag.label()))
            || isListed(category, observables))
        && (on.entries().isEmpty() || matches.stream().anyMatch(match -> named(on, match.entry())))
        && ((on.observables().isEmpty() && !on.listed())
            || observables.stream().anyMatch(observable -> named(on, observable)));
  }

  /** No context holds back what names a listed wallet or account. */
  private static boolean isListed(Category category, List<Observable> observables) {
    return category == Category.FINANCING
        && observables.stream().anyMatch(observable -> !observable.listed().isEmpty());
  }

  /** Whether a rule looks at this observable; one that names no kinds looks at all. */
  public static boolean named(AlertRule.On on, Observable observable) {
    if (on.listed() && observable.listed().isEmpty()) {
      return false;
    }
    for (String asked : on.observables()) {
      boolean is =
          switch (asked) {
            case AlertRule.On.ANY_KIND -> true;
            case AlertRule.On.WALLETS -> WALLETS.contains(observable.kind());
            case AlertRule.On.MONEY -> MONEY.contains(observable.kind());
            default -> asked.equals(observable.kind());
          };
      if (is) {
        return true;
      }
    }
    return on.observables().isEmpty();
  }

  /** Whether a rule looks at this entry; one that names none looks at all. */
  public static boolean named(AlertRule.On on, String entry) {
    return Ids.any(on.entries(), entry);
  }

  private static boolean atLeast(@Nullable Severity asked, Severity severity) {
    return asked == null || severity.compareTo(asked) <= 0;
  }

  private static <T> boolean isOrAny(List<T> asked, T value) {
    return asked.isEmpty() || asked.contains(value);
  }

  /** The primary subtag of a BCP-47 tag: {@code en} of {@code en-GB}. */
  public static String primary(String lang) {
    int dash = lang.indexOf('-');
    return dash < 0 ? lang : lang.substring(0, dash);
  }
}
