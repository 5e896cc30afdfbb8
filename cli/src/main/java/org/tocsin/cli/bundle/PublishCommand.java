package org.tocsin.cli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundlePublisher;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks, compiles and publishes packs. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks packs, compiles them and publishes the bundle, in one transaction.",
      "Jobs with --follow-bundles take it within seconds; a bad pack publishes nothing."
    })
public final class PublishCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folder of lexicon packs, or one pack.")
  private Path folder = Path.of("");

  @Mixin private BundleTarget target = new BundleTarget();

  @Option(
      names = "--shadow",
      description =
          "Only counts what it would find (metric shadowSignals), until the next publication.")
  private boolean shadow;

  @Option(names = "--create-topic", description = "Makes the topic when it is missing.")
  private boolean create;

  @Mixin private TermsOptions terms = new TermsOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    LexiconBundle bundle = compile();
    byte[] artifact = artifact(bundle);
    BundleTopic topic = target.open(create);
    BundleManifest published =
        target.ask(
            () ->
                new BundlePublisher(topic).publish(bundle.digest(), artifact, terms.terms(shadow)));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        "publication %d: bundle %s%n%d packs, %d entries, %,d bytes in %d chunks; %s posts from %s on%n",
        published.sequence(),
        published.digest(),
        bundle.packs().size(),
        bundle.packs().stream().mapToInt(pack -> pack.entries().size()).sum(),
        published.size(),
        published.chunks(),
        shadow ? "only counts in" : "matches",
        published.effectiveAt());
    out.flush();
    return 0;
  }

  private LexiconBundle compile() {
    try {
      return LexiconBundle.compile(Packs.parse(PackSource.read(folder)));
    } catch (IOException e) {
      throw new CommandFailedException(folder + ": " + e.getMessage());
    } catch (PackException e) {
      throw new CommandFailedException(
          e.getMessage()
              + System.lineSeparator()
              + e.problems().size()
              + " problems in the packs; nothing is published");
    } catch (RefusedEntriesException e) {
      throw new CommandFailedException(
          e.getMessage() + System.lineSeparator() + "nothing is published");
    }
  }

  private static byte[] artifact(LexiconBundle bundle) throws IOException {
    Path file = Files.createTempFile("tocsin-bundle", null);
    try {
      bundle.write(file);
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
