package org.tocsin.cli;

import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * Totals of a finished job, as its operators counted them.
 *
 * @param posts versions of posts read
 * @param notPosts records that are no posts: likes, follows, ...
 * @param retractions deletions and replacements
 * @param signals post versions under categories, copies left out
 * @param duplicates copies left out
 * @param late signals that came after their window
 * @param alerts windows that rang
 * @param deadLetters records that cannot be read
 */
public record Totals(
    long posts,
    long notPosts,
    long retractions,
    long signals,
    long duplicates,
    long late,
    long alerts,
    long deadLetters) {

  /** The totals of a result. */
  public static Totals of(JobExecutionResult result) {
    Map<String, Object> totals = result.getAllAccumulatorResults();
    return new Totals(
        total(totals, "posts"),
        total(totals, "notPosts"),
        total(totals, "retractions"),
        total(totals, "signals"),
        total(totals, "duplicates"),
        total(totals, "late"),
        total(totals, "alerts"),
        total(totals, "deadLetters"));
  }

  private static long total(Map<String, Object> totals, String name) {
    return totals.get(name) instanceof Long count ? count : 0;
  }

  /** For people, one count a line; the time is that of the job, without the start of Flink. */
  public String summary(double seconds) {
    return """
        posts         %,d
        not posts     %,d
        retractions   %,d
        signals       %,d
        duplicates    %,d
        late          %,d
        alerts        %,d
        dead letters  %,d
        time          %.1f s, %,.0f posts/s
        """
        .formatted(
            posts,
            notPosts,
            retractions,
            signals,
            duplicates,
            late,
            alerts,
            deadLetters,
            seconds,
            posts / seconds);
  }
}
