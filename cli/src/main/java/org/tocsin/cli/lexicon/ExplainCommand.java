package org.tocsin.cli.lexicon;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.card.Ink;
import org.tocsin.jobs.options.WatchlistOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows why a text matches, and why it almost does. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows what in a text matches, in which context, the score line by line, and what almost matched.")
public final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TEXT", description = "The text.")
  private String text = "";

  @Option(
      names = "--lang",
      defaultValue = "und",
      paramLabel = "LANG",
      description = "Its declared language; ${DEFAULT-VALUE} when not known.")
  private String lang = "und";

  @Mixin private PackFolder packs = new PackFolder();
  @Mixin private WatchlistOptions watchlists = new WatchlistOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(new Explanation(packs.bundle(), watchlists.read(), Ink.auto()).of(text, lang));
    out.flush();
    return 0;
  }
}
