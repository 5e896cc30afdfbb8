package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one jar that is submitted: complete, and with nothing that a cluster brings itself. */
class TocsinJarTest {
  private static final long MAX_BYTES = 60L << 20;
  private static final String SERVICES = "META-INF/services/";
  private static Set<String> names = Set.of();

  @BeforeAll
  static void names() throws IOException {
    try (JarFile jar = new JarFile(Tree.JAR.toFile())) {
      names =
          jar.stream().map(entry -> entry.getName()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/tocsin/jobs/Main.class",
        "org/tocsin/events/Alert.class",
        "org/tocsin/lexicons/LexiconBundle.class",
        "org/tocsin/connectors/format/PostFormat.class",
        "org/apache/flink/connector/kafka/source/KafkaSource.class",
        "org/apache/flink/connector/kafka/sink/KafkaSink.class",
        "org/apache/kafka/clients/producer/KafkaProducer.class",
        "org/apache/lucene/index/IndexReader.class",
        "picocli/CommandLine.class",
        // Looked up as a folder when no --packs are given.
        "packs/",
      })
  void needed_isIn(String name) {
    assertThat(names).contains(name);
  }

  @Test
  void packs_areThoseOfTheTree() throws IOException {
    Path packs = Tree.ROOT.resolve("lexicons/packs");
    Set<String> expected;
    try (Stream<Path> files = Files.walk(packs)) {
      expected =
          files
              .filter(Files::isRegularFile)
              .map(file -> "packs/" + packs.relativize(file))
              .collect(Collectors.toSet());
    }
    assertThat(expected).contains("packs/hate/pack.yaml");
    assertThat(names)
        .filteredOn(name -> name.startsWith("packs/") && !name.endsWith("/"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void modulesClasses_areAllIn() throws IOException {
    for (String module : List.of("events", "lexicons", "connectors", "jobs")) {
      Path classes = Tree.ROOT.resolve(module).resolve("target/classes");
      try (Stream<Path> files = Files.walk(classes)) {
        assertThat(names)
            .containsAll(
                files
                    .filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString())
                    .toList());
      }
    }
  }

  /** A shaded jar whose service files are not merged keeps those of one dependency only. */
  @Test
  void services_areMerged() throws IOException {
    List<String> tokenizers = service("org.apache.lucene.analysis.TokenizerFactory");
    assertThat(tokenizers)
        .contains(
            "org.apache.lucene.analysis.standard.StandardTokenizerFactory",
            "org.apache.lucene.analysis.core.WhitespaceTokenizerFactory",
            "org.apache.lucene.analysis.pattern.PatternTokenizerFactory",
            "org.apache.lucene.analysis.ngram.NGramTokenizerFactory",
            "org.apache.lucene.analysis.th.ThaiTokenizerFactory",
            "org.apache.lucene.analysis.wikipedia.WikipediaTokenizerFactory");
    assertThat(tokenizers).hasSizeGreaterThanOrEqualTo(14);
    assertThat(service("org.apache.kafka.common.config.provider.ConfigProvider"))
        .contains("org.apache.kafka.common.config.provider.EnvVarConfigProvider");
    assertThat(service("com.fasterxml.jackson.core.JsonFactory"))
        .contains(
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.dataformat.yaml.YAMLFactory");
  }

  @Test
  void services_nameClassesThatAreIn() throws IOException {
    for (String file : names) {
      if (file.startsWith(SERVICES) && !file.equals(SERVICES) && !file.contains(".flink.table.")) {
        for (String type : service(file.substring(SERVICES.length()))) {
          assertThat(names).as(file).contains(type.replace('.', '/') + ".class");
        }
      }
    }
  }

  /** Keccak is cut out of a large library: what its loading touches must be in. */
  @Test
  void jarAlone_checksAnEthereumAddress() throws Exception {
    URL[] only = {Tree.JAR.toUri().toURL()};
    try (URLClassLoader jar = new URLClassLoader(only, ClassLoader.getPlatformClassLoader())) {
      Class<?> extractor = jar.loadClass("org.tocsin.lexicons.observable.ObservableExtractor");
      Object found =
          extractor
              .getMethod("extract", CharSequence.class, int.class)
              .invoke(
                  extractor.getConstructor().newInstance(),
                  "to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                  1);
      assertThat(found.toString()).contains("checksumValid=true");
    }
  }

  @Test
  void manifest_namesMainClassAndVersions() throws IOException {
    try (JarFile jar = new JarFile(Tree.JAR.toFile())) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertThat(main.getValue("Main-Class")).isEqualTo("org.tocsin.jobs.Main");
      assertThat(main.getValue("Multi-Release")).isEqualTo("true");
    }
  }

  @Test
  void flink_isInByTheKafkaConnectorAlone() {
    assertThat(names)
        .filteredOn(name -> name.startsWith("org/apache/flink/") && name.endsWith(".class"))
        .isNotEmpty()
        .allMatch(
            name ->
                name.startsWith("org/apache/flink/connector/kafka/")
                    || name.startsWith("org/apache/flink/streaming/connectors/kafka/")
                    // Of the connector too, in Flink's package.
                    || name.contains("/JSONKeyValueDeserializationSchema"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/slf4j/",
        "org/apache/logging/",
        "org/apache/log4j/",
        "ch/qos/logback/",
        "org/jspecify/",
        "org/junit/",
        "junit/",
        "org/assertj/",
        "org/hamcrest/",
        "net/jqwik/",
        "com/tngtech/",
        "kafka/server/",
        "scala/",
        "org/tocsin/cli/",
        "org/tocsin/system/",
      })
  void clustersOwnAndTests_areNotIn(String folder) {
    assertThat(names).noneMatch(name -> name.startsWith(folder));
  }

  @Test
  void signaturesAndModuleNames_areNotIn() {
    assertThat(names)
        .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"))
        .noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void size_isBelowSixtyMegabytes() throws IOException {
    assertThat(Files.size(Tree.JAR)).isLessThan(MAX_BYTES);
  }

  private static List<String> service(String type) throws IOException {
    try (JarFile jar = new JarFile(Tree.JAR.toFile())) {
      byte[] bytes = jar.getInputStream(jar.getEntry(SERVICES + type)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
