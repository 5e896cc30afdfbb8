package org.tocsin.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.Matcher;

/** Prints one table: our matcher and its peers, one thread, posts per CPU-second, and the ratio. */
public final class MatchBench {
  private static final int POSTS = 600_000;
  private static final int ROUNDS = 3;

  /** Rounds before those that count: the compiler is done with the matcher after some 3 million. */
  private static final int WARM_UP = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<String> corpus;
  private final boolean peers;

  private MatchBench(List<String> corpus, boolean peers) {
    this.corpus = corpus;
    this.peers = peers;
  }

  /**
   * Runs the table.
   *
   * @param folder holds {@code crisislex} and {@code labelled}
   * @param peers whether to measure them too
   */
  static void run(Path folder, boolean peers) throws IOException {
    new MatchBench(Corpus.read(folder, POSTS), peers).table();
  }

  private void table() throws IOException {
    print("%-44s %8s %14s %8s %8s", "engine", "entries", "posts/CPU-s", "posts %", "ratio");
    row("floor: reading every character", 0, MatchBench::sum, POSTS, 0);
    for (int size : new int[] {1_000, 10_000, 100_000}) {
      List<String> phrases = Lexicons.phrases(corpus, size);
      double ours = row("tocsin, default evasions", size, tocsin(phrases, false), POSTS, 0);
      row("tocsin, with typing slips", size, tocsin(phrases, true), POSTS, ours);
      if (size == 10_000) {
        List<String> queries = Lexicons.queries(corpus, 1_000);
        LexiconBundle both = LexiconBundle.compile(List.of(Lexicons.pack(phrases, false, queries)));
        row("tocsin, and 1,000 interval queries", size, counter(both.newMatcher()), POSTS, ours);
      }
      if (peers) {
        row("hankcs double-array Aho-Corasick", size, Peers.doubleArray(phrases), POSTS, ours);
        int few = size == 100_000 ? 20_000 : 60_000;
        row("Lucene Monitor 9.11.1, df-weighted", size, Peers.monitor(phrases, corpus), few, ours);
        if (size == 1_000) {
          row("java.util.regex alternation", size, Peers.regex(phrases), 5_000, ours);
        }
      }
    }
    bundle(Lexicons.phrases(corpus, 100_000));
  }

  private void bundle(List<String> phrases) throws IOException {
    Path file = Files.createTempFile("bundle", ".tocsin");
    long start = System.nanoTime();
    Lexicons.bundle(phrases, false).write(file);
    print(
        "100,000 entries: compile and write %.1f s, %.1f MB", since(start), Files.size(file) / 1e6);
    System.gc();
    long before = used();
    start = System.nanoTime();
    LexiconBundle bundle = LexiconBundle.open(file);
    double opened = since(start);
    System.gc();
    print("open %.1f s, heap %.1f MB", opened, (used() - before) / 1e6);
    Files.delete(file);
    garbage(bundle);
    threads(bundle);
  }

  private void garbage(LexiconBundle bundle) {
    Matcher matcher = bundle.newMatcher();
    int[] hits = new int[1];
    List<String> clean = new ArrayList<>();
    for (String text : corpus.subList(0, 100_000)) {
      hits[0] = 0;
      matcher.match(text, "en", (entry, s, t, how) -> hits[0]++);
      if (hits[0] == 0) {
        clean.add(text);
      }
    }
    var threads = (com.sun.management.ThreadMXBean) THREADS;
    long id = Thread.currentThread().getId();
    long start = threads.getThreadAllocatedBytes(id);
    for (String text : clean) {
      matcher.match(text, "en", (entry, s, t, how) -> {});
    }
    double bytes = threads.getThreadAllocatedBytes(id) - start;
    print("allocated per post without matches: %.2f bytes", bytes / clean.size());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void threads(LexiconBundle bundle) {
    double[] one = new double[ROUNDS];
    double[] two = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      one[round] = posts(bundle, 1);
      two[round] = posts(bundle, 2);
    }
    print(
        "posts per second of wall time: 1 thread %,.0f, 2 threads %,.0f: %.2fx",
        median(one), median(two), median(two) / median(one));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private double posts(LexiconBundle bundle, int count) {
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Thread thread =
          new Thread(
              () -> {
                Matcher matcher = bundle.newMatcher();
                for (int round = 0; round < ROUNDS; round++) {
                  corpus.forEach(text -> matcher.match(text, "en", (e, s, t, how) -> {}));
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return count * (double) ROUNDS * corpus.size() * 1e9 / (System.nanoTime() - start);
  }

  private static ToIntFunction<String> tocsin(List<String> phrases, boolean typos) {
    return counter(Lexicons.bundle(phrases, typos).newMatcher());
  }

  private static int sum(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += text.charAt(i);
    }
    return sum == 0 ? 0 : 1;
  }

  private static ToIntFunction<String> counter(Matcher matcher) {
    int[] count = new int[1];
    return text -> {
      count[0] = 0;
      matcher.match(text, "en", (entry, start, end, how) -> count[0]++);
      return count[0];
    };
  }

  private double row(String name, int size, ToIntFunction<String> engine, int posts, double ours) {
    double[] rates = new double[ROUNDS];
    int hits = 0;
    int warmUp = posts == POSTS ? WARM_UP : 2;
    for (int round = -warmUp; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      hits = 0;
      for (int i = 0; i < posts; i++) {
        hits += engine.applyAsInt(corpus.get(i)) > 0 ? 1 : 0;
      }
      if (round >= 0) {
        rates[round] = posts * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
      }
    }
    double median = median(rates);
    String ratio = ours == 0 ? "1" : String.format(Locale.ROOT, "%.1fx", ours / median);
    print("%-44s %,8d %,14.0f %8.1f %8s", name, size, median, hits * 100.0 / posts, ratio);
    return median;
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
