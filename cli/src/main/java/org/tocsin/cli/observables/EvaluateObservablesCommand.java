package org.tocsin.cli.observables;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.lexicon.PostFile;
import org.tocsin.connectors.format.CsvFormat;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.WrongUsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures recall and precision on listed addresses placed into real posts. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Places listed addresses into posts in ten ways and counts how many are found as the right kind; places",
      "addresses whose checksum is broken and counts those that are taken for true; and shows what is found in",
      "posts as they are."
    })
public final class EvaluateObservablesCommand implements Callable<Integer> {
  private static final int BROKEN = 10_000;
  private static final int PLAIN = 10_000;

  @Option(
      names = "--addresses",
      required = true,
      paramLabel = "DIR",
      description = "Folder of *.txt files, one address a line, named by currency: ofac_XBT.txt.")
  private Path addresses = Path.of("");

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files of posts.")
  private List<Path> files = List.of();

  @Option(
      names = "--text",
      defaultValue = "tweet",
      paramLabel = "COLUMN",
      description = "Column that holds the text. Default: ${DEFAULT-VALUE}.")
  private String text = "tweet";

  @Option(names = "--show", description = "Show every find in plain posts that is no URL.")
  private boolean show;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (!Files.isDirectory(addresses)) {
      throw new WrongUsageException(
          List.of("--addresses " + addresses + ": there is no such folder"));
    }
    List<String> posts = posts();
    KnownAddresses known;
    try {
      known = KnownAddresses.read(addresses);
    } catch (IOException e) {
      throw new CommandFailedException(addresses + ": " + e.getMessage());
    }
    if (known.known().isEmpty() || posts.isEmpty()) {
      throw new CommandFailedException("there are no addresses or no posts to measure on");
    }
    ObservablesEvaluation evaluation = new ObservablesEvaluation(posts, known, out);
    evaluation.recall();
    evaluation.broken(BROKEN);
    evaluation.plain(Math.min(PLAIN, posts.size()), show);
    out.flush();
    return 0;
  }

  private List<String> posts() {
    Map<CsvFormat.Field, String> columns = new EnumMap<>(CsvFormat.Field.class);
    columns.put(CsvFormat.Field.TEXT, text);
    List<String> posts = new ArrayList<>();
    for (Path file : files) {
      PostFile.read(file, new CsvFormat(columns), draft -> posts.add(draft.text()));
    }
    return posts;
  }
}
