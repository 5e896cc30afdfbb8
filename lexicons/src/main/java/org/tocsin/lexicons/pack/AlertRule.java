package org.tocsin.lexicons.pack;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Category;
import org.tocsin.events.Severity;

/**
 * A threshold over a window of signals: which signals count, how they are grouped, how many ring.
 *
 * @param id unique in its pack
 * @param pack {@code pack@version}
 * @param title for people
 * @param on which signals count
 * @param groupBy each combination of values is counted on its own
 * @param window length of the tumbling event-time window, aligned to the epoch
 * @param when the least that a window must hold; all must be met
 * @param severity of its alerts
 * @param samples the most posts that an alert shows
 * @param status whether it alerts
 */
public record AlertRule(
    String id,
    String pack,
    String title,
    On on,
    List<GroupBy> groupBy,
    Duration window,
    When when,
    Severity severity,
    int samples,
    Status status)
    implements Serializable {

  public AlertRule {
    groupBy = List.copyOf(groupBy);
  }

  /** {@code pack@version/id}: how alerts name it. */
  public String name() {
    return pack + "/" + id;
  }

  /**
   * Which signals count.
   *
   * @param categories any of these
   * @param languages any of these declared languages; empty for all
   * @param minScore the least score, in [0, 1]
   */
  public record On(List<Category> categories, List<String> languages, double minScore)
      implements Serializable {
    public On {
      categories = List.copyOf(categories);
      languages = List.copyOf(languages);
    }
  }

  /** What signals can be grouped by. */
  public enum GroupBy {
    CATEGORY,
    LANGUAGE,
    PLATFORM
  }

  /** The least that a window must hold; null is not asked for. */
  public record When(
      @Nullable Integer posts,
      @Nullable Integer authors,
      @Nullable Integer platforms,
      @Nullable Integer channels)
      implements Serializable {}

  /** Where in its life a rule is. */
  public enum Status {
    DRAFT,
    /** Evaluated and counted; writes no alert. */
    SHADOW,
    ACTIVE
  }
}
