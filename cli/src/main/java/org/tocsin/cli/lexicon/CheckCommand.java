package org.tocsin.cli.lexicon;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.Json;
import org.tocsin.jobs.options.CommandRunner;
import org.tocsin.lexicons.check.Lint;
import org.tocsin.lexicons.check.Notice;
import org.tocsin.lexicons.pack.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong, or probably not meant, in packs. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells all problems of all files at once, with file, line and column.",
      "Errors make the exit code 1; warnings do too with --strict."
    })
public final class CheckCommand implements Callable<Integer> {
  /** How notices are written. */
  enum Format {
    text,
    github,
    json
  }

  @Mixin private PackFolder packs = new PackFolder();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description =
          "text, github (annotations of a workflow run) or json (one object a line). Default: ${DEFAULT-VALUE}")
  private Format format = Format.text;

  @Option(names = "--strict", description = "Warnings count as errors.")
  private boolean strict;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day on which reviews are due. Default: today.")
  private @Nullable LocalDate today;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    LocalDate day = today == null ? LocalDate.now(ZoneOffset.UTC) : today;
    List<Notice> notices = Lint.of(packs.source(), day);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    notices.forEach(notice -> out.println(line(notice)));
    long errors = notices.stream().filter(n -> n.level() == Notice.Level.ERROR).count();
    if (format == Format.text) {
      out.printf("%d errors, %d warnings%n", errors, notices.size() - errors);
    }
    out.flush();
    return errors > 0 || (strict && !notices.isEmpty()) ? CommandRunner.FAILURE : 0;
  }

  private String line(Notice notice) {
    Problem problem = notice.problem();
    String level = notice.level().name().toLowerCase(Locale.ROOT);
    String file = packs.before() + problem.file();
    return switch (format) {
      case text ->
          "%s:%d:%d: %s: %s"
              .formatted(file, problem.line(), problem.column(), level, problem.message());
      case github ->
          "::%s file=%s,line=%d,col=%d::%s"
              .formatted(
                  level,
                  escaped(file).replace(":", "%3A").replace(",", "%2C"),
                  problem.line(),
                  problem.column(),
                  escaped(problem.message()));
      case json ->
          new String(
              Json.write(
                  new Line(level, file, problem.line(), problem.column(), problem.message())),
              StandardCharsets.UTF_8);
    };
  }

  /** As commands of a workflow run are written. */
  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** A notice as JSON. */
  private record Line(String level, String file, int line, int column, String message) {}
}
