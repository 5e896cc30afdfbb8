package org.tocsin.cli.lexicon;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.PackCheck;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all of an entry and where it stands. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Shows every key of an entry, defaults filled in, and where it stands.")
public final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Id of an entry; of whatever packs have one.")
  private String id = "";

  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PackSource source = packs.source();
    List<Entry> found =
        packs.packs().stream()
            .flatMap(pack -> pack.entries().stream())
            .filter(entry -> entry.id().equals(id) || (entry.pack() + "/" + entry.id()).equals(id))
            .toList();
    if (found.isEmpty()) {
      throw new CommandFailedException(
          "no entry '%s': look for it by ./tocsin lexicon search".formatted(id));
    }
    PackCheck check = Packs.check(source);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    for (Entry entry : found) {
      out.println(packs.before() + check.placeOf(entry.pack(), entry.id()));
      Entries.values(entry)
          .forEach(
              (key, value) -> {
                if (value instanceof Collection<?> items) {
                  items.forEach(item -> out.printf("  %-12s %s%n", key, item));
                } else {
                  out.printf("  %-12s %s%n", key, value);
                }
              });
    }
    out.flush();
    return 0;
  }
}
