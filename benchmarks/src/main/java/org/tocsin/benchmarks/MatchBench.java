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
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.Matcher;

/** Prints one table: our matcher and its peers, one thread, posts per CPU-second, and the ratio. */
public final class MatchBench {
  private static final int POSTS = 600_000;
  private static final int ROUNDS = 5;
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
   * @param args the folder that holds {@code crisislex} and {@code labelled}; then {@code alone} to
   *     leave the peers out
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: MatchBench <folder with crisislex/ and labelled/> [alone]");
      return;
    }
    boolean peers = !Arrays.asList(args).contains("alone");
    new MatchBench(Corpus.read(Path.of(args[0]), POSTS), peers).table();
  }

  private void table() {
    print("%-44s %8s %14s %8s %8s", "engine", "entries", "posts/CPU-s", "posts %", "ratio");
    for (int size : new int[] {1_000, 10_000, 100_000}) {
      List<String> phrases = Lexicons.phrases(corpus, size);
      double ours = row("tocsin, default evasions", size, tocsin(phrases, false), POSTS, 0);
      row("tocsin, with typing slips", size, tocsin(phrases, true), POSTS, ours);
      if (peers) {
        row("hankcs double-array Aho-Corasick", size, Peers.doubleArray(phrases), POSTS, ours);
        int few = size == 100_000 ? 10_000 : 60_000;
        row("Lucene Monitor 9.11.1, df-weighted", size, Peers.monitor(phrases, corpus), few, ours);
        if (size == 1_000) {
          row("java.util.regex alternation", size, Peers.regex(phrases), 5_000, ours);
        }
      }
    }
    List<String> phrases = Lexicons.phrases(corpus, 100_000);
    System.gc();
    long before = used();
    LexiconBundle bundle = Lexicons.bundle(phrases, false);
    System.gc();
    print("heap of 100,000 entries: %.1f MB", (used() - before) / 1e6);
    print("(digest %s)", bundle.digest().substring(0, 12));
    threads(bundle);
  }

  private void threads(LexiconBundle bundle) {
    double one = posts(bundle, 1);
    double two = posts(bundle, 2);
    print(
        "posts per second of wall time: 1 thread %,.0f, 2 threads %,.0f: %.2fx",
        one, two, two / one);
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
    Matcher matcher = Lexicons.bundle(phrases, typos).newMatcher();
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
    for (int round = -2; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      hits = 0;
      for (int i = 0; i < posts; i++) {
        hits += engine.applyAsInt(corpus.get(i)) > 0 ? 1 : 0;
      }
      if (round >= 0) {
        rates[round] = posts * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
      }
    }
    Arrays.sort(rates);
    double median = rates[ROUNDS / 2];
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
