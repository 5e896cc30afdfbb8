package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./tocsin} itself, in a copy of the tree's bones: nothing is ever built here. */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of("bash", "dirname", "grep", "find", "date", "mkdir", "touch", "head");

  private Path home = Path.of("");
  private Path tools = Path.of("");

  @BeforeEach
  void skeleton() throws IOException {
    home = Tree.newFolder("launcher");
    Files.copy(Tree.ROOT.resolve("tocsin"), home.resolve("tocsin"));
    for (String module : List.of("events", "lexicons", "connectors", "jobs", "cli")) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.createFile(home.resolve(module).resolve("pom.xml"));
    }
    Files.createDirectories(home.resolve("lexicons/packs"));
    Files.createDirectory(home.resolve(".mvn"));
    Files.createFile(home.resolve("pom.xml"));
    tools = Files.createDirectory(home.resolve("tools"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), which(tool));
    }
  }

  private static Path which(String tool) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path path = Path.of(folder, tool);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    throw new AssertionError("no " + tool + " on the PATH");
  }

  private void built() throws IOException {
    Path target = Files.createDirectories(home.resolve("cli/target"));
    Files.createSymbolicLink(target.resolve("classes"), Tree.ROOT.resolve("cli/target/classes"));
    Files.createSymbolicLink(target.resolve("lib"), Tree.ROOT.resolve("cli/target/lib"));
    Path stamp = Files.createFile(target.resolve(".built"));
    Files.setLastModifiedTime(
        stamp, java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(60)));
  }

  private Command launcher(String path, String javaHome) {
    return Command.of(home.resolve("tocsin").toString(), "--help")
        .inBareEnvironment()
        .env("PATH", path)
        .env("JAVA_HOME", javaHome);
  }

  private static String jdk() {
    return System.getProperty("java.home");
  }

  @Test
  void built_helpIsGivenFromAnyFolder() throws Exception {
    built();
    Child help = launcher(tools.toString(), jdk()).in(Path.of("/")).run("launcher");
    assertThat(help.exitCode()).as(help.tail()).isZero();
    assertThat(help.out()).contains("Usage: tocsin", "demo", "monitor", "match", "test");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void noJdkAtJavaHome_isToldInOneLine() throws Exception {
    built();
    assertOneLine(launcher(tools.toString(), "/nonexistent").run("launcher"), "JDK 17");
  }

  @Test
  void noJdkOnPath_isToldInOneLine() throws Exception {
    built();
    assertOneLine(launcher(tools.toString(), "").run("launcher"), "JDK 17");
  }

  @Test
  void anotherJdk_isToldInOneLine() throws Exception {
    built();
    Path bin = Files.createDirectories(home.resolve("jdk/bin"));
    script(bin.resolve("java"), "echo 'openjdk version \"21.0.1\"'");
    script(bin.resolve("javac"), "echo 'javac 21.0.1'");
    assertOneLine(
        launcher(tools.toString(), home.resolve("jdk").toString()).run("launcher"), "JDK 17");
  }

  @Test
  void noMavenToBuildWith_isToldInOneLine() throws Exception {
    Child run = launcher(tools.toString(), jdk()).run("launcher");
    assertThat(run.exitCode()).as(run.tail()).isEqualTo(1);
    assertThat(run.errLines()).as(run.tail()).last().asString().contains("Maven 3.8.7");
    assertThat(run.errLines().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void failedBuild_namesItsLog() throws Exception {
    script(tools.resolve("mvn"), "echo '[ERROR] no such thing'; exit 1");
    Child run = launcher(tools.toString(), jdk()).run("launcher");
    assertThat(run.exitCode()).as(run.tail()).isEqualTo(1);
    assertThat(run.err())
        .contains("[ERROR] no such thing")
        .contains(home.resolve("cli/target/build.log").toString());
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!" + which("bash") + "\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void assertOneLine(Child run, String words) {
    assertThat(run.exitCode()).as(run.tail()).isEqualTo(1);
    assertThat(run.errLines()).singleElement().asString().contains(words);
    assertThat(run.out()).isEmpty();
  }
}
