package org.tocsin.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.tocsin.lexicons.observable.ObservableExtractor;

/** Prints one table: the extractor of observables, one thread, posts per CPU-second. */
public final class ObservablesBench {
  private static final int POSTS = 600_000;
  private static final int WARM_UPS = 4;
  private static final int ROUNDS = 5;
  private static final int NEAR_ADDRESSES = 1 << 20;
  private static final String WALLET = " TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";
  private static final String NEAR = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSF ";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ObservablesBench() {}

  /**
   * Runs the table.
   *
   * @param folder holds {@code crisislex} and {@code labelled}
   */
  static void run(Path folder) throws IOException {
    List<String> posts = Corpus.read(folder, POSTS);
    print("%-44s %14s %14s", "text", "posts/CPU-s", "found a post");
    row("floor: reading every character", posts, ObservablesBench::sum);
    ObservableExtractor extractor = new ObservableExtractor();
    row("posts as they are", posts, counter(extractor));
    List<String> planted = new ArrayList<>();
    posts.subList(0, POSTS / 4).forEach(post -> planted.add(post + WALLET));
    row("a wallet in each post", planted, counter(extractor));
    String hostile = NEAR.repeat(NEAR_ADDRESSES / NEAR.length());
    long start = THREADS.getCurrentThreadCpuTime();
    extractor.extract(hostile, found -> {});
    double took = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    print("one post of 1 MB, all of it near-addresses: %.0f ms", took);
  }

  private static ToIntFunction<String> counter(ObservableExtractor extractor) {
    int[] count = new int[1];
    return text -> {
      count[0] = 0;
      extractor.extract(text, found -> count[0]++);
      return count[0];
    };
  }

  private static int sum(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += text.charAt(i);
    }
    return sum == 0 ? 1 : 0;
  }

  private static void row(String name, List<String> posts, ToIntFunction<String> engine) {
    double[] rates = new double[ROUNDS];
    long found = 0;
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      found = 0;
      for (String post : posts) {
        found += engine.applyAsInt(post);
      }
      if (round >= 0) {
        rates[round] = posts.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
      }
    }
    Arrays.sort(rates);
    print("%-44s %,14.0f %14.3f", name, rates[ROUNDS / 2], (double) found / posts.size());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
