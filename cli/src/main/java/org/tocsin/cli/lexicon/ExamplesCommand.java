package org.tocsin.cli.lexicon;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.card.Ink;
import org.tocsin.jobs.alert.RehearsalRunner;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.CommandRunner;
import org.tocsin.lexicons.check.ExampleRunner;
import org.tocsin.lexicons.check.ExampleRunner.Failure;
import org.tocsin.lexicons.check.Revived;
import org.tocsin.lexicons.pack.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the examples of packs. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs examples.yaml of every pack: texts, and posts in time with the alerts they give.",
      "Drafts match here too. Exit code 1 when any fails.",
      "- is what was expected, + what was found."
    })
public final class ExamplesCommand implements Callable<Integer> {
  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<Pack> read = packs.packs();
    Revived revived = Revived.drafts(read);
    if (!revived.refusals().isEmpty()) {
      throw new CommandFailedException(
          String.join(
              System.lineSeparator(), revived.refusals().stream().map(Object::toString).toList()));
    }
    ExampleRunner runner = new ExampleRunner(revived.bundle());
    RehearsalRunner rehearsals = new RehearsalRunner(revived.bundle());
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    int run = 0;
    int failed = 0;
    for (Pack pack : read) {
      List<Failure> failures = runner.run(pack);
      failures.forEach(failure -> print(failure, out));
      List<RehearsalRunner.Failure> unmet = rehearsals.run(pack);
      unmet.forEach(failure -> print(failure, out));
      run += pack.examples().size() + pack.rehearsals().size();
      failed += failures.size() + unmet.size();
    }
    out.printf("%d examples, %d failed%n", run, failed);
    out.flush();
    return failed > 0 ? CommandRunner.FAILURE : 0;
  }

  private void print(Failure failure, PrintWriter out) {
    out.println(packs.before() + failure.example().at() + ":");
    out.println("    " + Ink.harmless(failure.example().text()));
    failure.expected().forEach(line -> out.println("  - " + line));
    failure.found().forEach(line -> out.println("  + " + Ink.harmless(line)));
    if (failure.found().isEmpty()) {
      out.println("  + nothing of this pack");
    }
    if (!failure.example().note().isEmpty()) {
      out.println("    note: " + failure.example().note());
    }
  }

  private void print(RehearsalRunner.Failure failure, PrintWriter out) {
    out.println(packs.before() + failure.rehearsal().at() + ":");
    failure.missing().forEach(line -> out.println("  - " + line));
    failure.surplus().forEach(line -> out.println("  + " + Ink.harmless(line)));
    if (failure.surplus().isEmpty()) {
      out.println("  + no other alert");
    }
    if (!failure.rehearsal().note().isEmpty()) {
      out.println("    note: " + failure.rehearsal().note());
    }
  }
}
