package org.tocsin.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command line that can be run as a process. */
final class Command {
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Path folder = Tree.ROOT;
  private File input = new File("/dev/null");
  private boolean onlyThisEnvironment;

  private Command(List<String> words) {
    this.words.addAll(words);
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  /** A class on a class path in a JVM like this one; arguments follow by {@link #with}. */
  static Command java(String classPath, List<String> jvmOptions, String mainClass) {
    // Started in the background, this JVM may ignore SIGINT, and its children would with it.
    Command command =
        of("env", "--default-signal=INT", System.getProperty("java.home") + "/bin/java");
    command.words.addAll(Tree.JVM_OPENS);
    command.words.addAll(jvmOptions);
    command.words.addAll(List.of("-cp", classPath, mainClass));
    return command;
  }

  /** A command of {@code ./tocsin}, past the launcher. */
  static Command tocsin(List<String> jvmOptions, String... arguments) throws IOException {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-Dtocsin.home=" + Tree.ROOT);
    options.add("-Dtocsin.log=" + Tree.newFolder("log").resolve("tocsin.log"));
    options.add("-XX:TieredStopAtLevel=1");
    return java(Tree.cliClassPath(), options, "org.tocsin.cli.Tocsin").with(arguments);
  }

  Command with(String... arguments) {
    words.addAll(List.of(arguments));
    return this;
  }

  Command env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** With no variables but those given by {@link #env}. */
  Command inBareEnvironment() {
    onlyThisEnvironment = true;
    return this;
  }

  Command in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  Command reading(Path standardInput) {
    input = standardInput.toFile();
    return this;
  }

  Child start(String name) throws IOException {
    Path logs = Tree.newFolder(name);
    Path out = logs.resolve("out.log");
    Path err = logs.resolve("err.log");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(input)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    if (onlyThisEnvironment) {
      builder.environment().clear();
    }
    builder.environment().putAll(environment);
    return new Child(name, builder.start(), out, err);
  }

  /** Runs to its end, within three minutes. */
  Child run(String name) throws IOException, InterruptedException {
    return run(name, Duration.ofMinutes(3));
  }

  Child run(String name, Duration limit) throws IOException, InterruptedException {
    try (Child child = start(name)) {
      child.awaitExit(limit);
      return child;
    }
  }
}
