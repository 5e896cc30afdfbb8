package org.tocsin.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.format.PostFormat;
import org.tocsin.connectors.sink.JsonLinesSink;
import org.tocsin.connectors.source.FilePostSource;
import org.tocsin.jobs.MonitorSettings;
import org.tocsin.jobs.MonitorSinks;
import org.tocsin.jobs.MonitorTopology;
import org.tocsin.jobs.Scope;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.DedupeOption;
import org.tocsin.jobs.options.FormatOptions;
import org.tocsin.jobs.options.PackOptions;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.PackSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The monitor job over files, in this process, without Kafka. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the monitor job over files and exits when it is done: no Kafka, no cluster.",
      "On a cluster: flink run tocsin.jar monitor --help"
    })
public final class MonitorCommand implements Callable<Integer> {
  @Option(
      names = "--posts",
      required = true,
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Posts: files, or folders of files.")
  private List<File> posts = List.of();

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private PackOptions packs = new PackOptions();
  @Mixin private WatchlistOptions watchlists = new WatchlistOptions();

  @Option(
      names = "--alerts",
      required = true,
      paramLabel = "FILE",
      description = "Where alerts go, as JSON lines.")
  private Path alerts = Path.of("");

  @Option(
      names = "--signals",
      paramLabel = "FILE",
      description = "Where signals go, as JSON lines.")
  private @Nullable Path signals;

  @Option(
      names = "--dead-letters",
      paramLabel = "FILE",
      description = "Where records that cannot be read go, as JSON lines.")
  private @Nullable Path deadLetters;

  @Option(
      names = "--late-posts",
      paramLabel = "FILE",
      description = "Where signals that came after their window go, as JSON lines.")
  private @Nullable Path latePosts;

  @Option(
      names = "--lateness",
      paramLabel = "DURATION",
      description =
          "For files in order of time: evaluate windows as time passes, counting posts up to this much late. Without it:"
              + " windows are evaluated at the end, for posts in any order.")
  private @Nullable Duration lateness;

  @Mixin private DedupeOption dedupe = new DedupeOption();

  @Option(
      names = "--parallelism",
      defaultValue = "0",
      paramLabel = "N",
      description = "How many threads; a file is read by one. Default: one for each core.")
  private int parallelism;

  @Mixin private LocalKey key = new LocalKey();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> mistakes = new ArrayList<>();
    PostFormat postFormat = format.read(null, mistakes);
    posts.stream()
        .filter(file -> !file.exists())
        .forEach(file -> mistakes.add("--posts " + file + ": there is no such file or folder"));
    checkWritable("--alerts", alerts, mistakes);
    checkWritable("--signals", signals, mistakes);
    checkWritable("--dead-letters", deadLetters, mistakes);
    checkWritable("--late-posts", latePosts, mistakes);
    if (parallelism < 0) {
      mistakes.add(
          "--parallelism %d: expected a whole number of at least 1".formatted(parallelism));
    }
    if (!mistakes.isEmpty() || postFormat == null) {
      throw new WrongUsageException(mistakes);
    }
    PackSource packSource = packs.read();
    StreamExecutionEnvironment env =
        LocalFlink.batch(
            parallelism == 0 ? Runtime.getRuntime().availableProcessors() : parallelism);
    MonitorTopology.build(
        env,
        new FilePostSource(posts, postFormat.framing(), System.currentTimeMillis()),
        new MonitorSettings(
            postFormat,
            key.read(),
            packSource,
            lateness,
            null,
            dedupe.retention(),
            null,
            watchlists.read(),
            Scope.ALL),
        new MonitorSinks(
            new JsonLinesSink<>(alerts.toFile()),
            sink(signals),
            sink(deadLetters),
            sink(latePosts)));
    JobExecutionResult result;
    try {
      result = env.execute("tocsin monitor");
    } catch (Exception e) {
      throw new CommandFailedException("the job failed: " + CommandFailedException.rootMessage(e));
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(Totals.of(result).summary(result.getNetRuntime() / 1e3));
    out.flush();
    return 0;
  }

  private static <T> @Nullable JsonLinesSink<T> sink(@Nullable Path file) {
    return file == null ? null : new JsonLinesSink<>(file.toFile());
  }

  private static void checkWritable(String option, @Nullable Path file, List<String> mistakes) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      mistakes.add("%s %s: is a folder; expected a file to write".formatted(option, file));
    } else if (folder == null || !Files.isDirectory(folder)) {
      mistakes.add("%s %s: its folder does not exist".formatted(option, file));
    }
  }
}
