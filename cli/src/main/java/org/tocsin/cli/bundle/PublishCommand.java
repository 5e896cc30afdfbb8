package org.tocsin.cli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.bundles.BundleManifest;
import org.tocsin.connectors.bundles.BundleManifest.Kind;
import org.tocsin.connectors.bundles.BundlePublisher;
import org.tocsin.connectors.bundles.BundleTopic;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.jobs.options.WatchlistOptions;
import org.tocsin.jobs.options.WrongUsageException;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.RefusedEntriesException;
import org.tocsin.lexicons.pack.PackException;
import org.tocsin.lexicons.pack.PackSource;
import org.tocsin.lexicons.pack.Packs;
import org.tocsin.lexicons.watchlist.Watchlist;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks, compiles and publishes packs, or a watchlist. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks and compiles packs, or a watchlist, and publishes them, in one transaction.",
      "Jobs with --follow-bundles take them within seconds; a mistake publishes nothing."
    })
public final class PublishCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Mixin private BundleTarget target = new BundleTarget();

  @Option(
      names = "--shadow",
      description =
          "Only counts what packs would find (metric shadowSignals), until the next publication of packs.")
  private boolean shadow;

  @Option(names = "--create-topic", description = "Makes the topic when it is missing.")
  private boolean create;

  @Mixin private TermsOptions terms = new TermsOptions();
  @Spec private @Nullable CommandSpec spec;

  /** One or the other. */
  static final class What {
    @Parameters(
        paramLabel = "DIR",
        arity = "1",
        description = "Folder of lexicon packs, or one pack.")
    private @Nullable Path folder;

    @Option(
        names = "--watchlist",
        split = ",",
        paramLabel = "FILE",
        description =
            "Files that watchlist import has written, several as one: takes the place of the"
                + " watchlist that jobs have.")
    private List<Path> watchlists = List.of();
  }

  @Override
  public Integer call() throws Exception {
    Path folder = what.folder;
    if (folder != null) {
      LexiconBundle bundle = compile(folder);
      String content =
          "%d packs, %d entries"
              .formatted(
                  bundle.packs().size(),
                  bundle.packs().stream().mapToInt(pack -> pack.entries().size()).sum());
      publish(Kind.LEXICON, bundle.digest(), artifact(bundle), content);
      return 0;
    }
    if (shadow) {
      throw new WrongUsageException(
          List.of("--shadow is for packs: what a watchlist would find, match --watchlist shows"));
    }
    Watchlist list = WatchlistOptions.read(what.watchlists);
    String content = "%d listed".formatted(list.items().size());
    publish(Kind.WATCHLIST, list.digest(), list.compiled(), content);
    return 0;
  }

  private void publish(Kind kind, String digest, byte[] artifact, String content) throws Exception {
    BundleTopic topic = target.open(create);
    BundleManifest published =
        target.ask(
            () -> new BundlePublisher(topic).publish(kind, digest, artifact, terms.terms(shadow)));
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        "publication %d: %s %s%n%s, %,d bytes in %d chunks; %s posts from %s on%n",
        published.sequence(),
        ListCommand.noun(published),
        published.digest(),
        content,
        published.size(),
        published.chunks(),
        shadow ? "only counts in" : "matches",
        published.effectiveAt());
    out.flush();
  }

  private static LexiconBundle compile(Path folder) {
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
