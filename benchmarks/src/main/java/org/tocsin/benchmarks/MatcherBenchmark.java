package org.tocsin.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tocsin.lexicons.Matcher;

/** Time and garbage of one post, by size of the lexicon; run with {@code -prof gc}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MatcherBenchmark {
  /** Entries of the lexicon. */
  @Param({"1000", "10000", "100000"})
  public int entries;

  /** Folder with the corpus. */
  @Param("/work/shared/data")
  public String data = "";

  private List<String> corpus = List.of();
  private Matcher matcher = (text, lang, sink) -> {};
  private int next;

  /** Reads the corpus and compiles the lexicon. */
  @Setup
  public void compile() throws IOException {
    corpus = Corpus.read(Path.of(data), 100_000);
    matcher = Lexicons.bundle(Lexicons.phrases(corpus, entries), false).newMatcher();
  }

  /** Matches the next post. */
  @Benchmark
  public void match(Blackhole hole) {
    next = next + 1 == corpus.size() ? 0 : next + 1;
    matcher.match(corpus.get(next), "en", (entry, start, end, how) -> hole.consume(entry));
  }
}
