package org.tocsin.cli.lexicon;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.pack.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds entries by their words. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Finds entries, the best first.",
      "Lucene syntax over the fields id, pack, category, language, match, query, mode, severity, status, meaning, benign,"
          + " source; words without a field are sought in all."
    })
public final class SearchCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to look for.")
  private List<String> words = List.of();

  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Entry> found;
    try {
      found = packs.bundle().search(String.join(" ", words));
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(List.of(String.valueOf(e.getMessage())));
    }
    for (Entry entry : found) {
      out.printf(
          "%s/%s  %s, %s, %s%n",
          entry.pack(),
          entry.id(),
          entry.category().label(),
          String.join(" ", entry.languages()),
          entry.status().name().toLowerCase(Locale.ROOT));
      out.println("    " + entry.meaning());
    }
    out.printf("%d entries%n", found.size());
    out.flush();
    return 0;
  }
}
