package org.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code flink-conf/} holds is what Flink understands. */
class FlinkConfTest {
  private static final List<Class<?>> OPTIONS =
      List.of(
          CheckpointingOptions.class,
          ClusterOptions.class,
          CoreOptions.class,
          HeartbeatManagerOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          RestartStrategyOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class);

  private static Path folder(String taskManager) throws IOException {
    Path folder = Tree.newFolder("flink-conf");
    Path conf = Tree.ROOT.resolve("flink-conf");
    Files.writeString(
        folder.resolve("config.yaml"),
        Files.readString(conf.resolve("config.yaml"))
            + Files.readString(conf.resolve(taskManager)));
    return folder;
  }

  private static Map<String, ConfigOption<?>> known() throws IllegalAccessException {
    Map<String, ConfigOption<?>> known = new TreeMap<>();
    for (Class<?> options : OPTIONS) {
      for (var field : options.getFields()) {
        if (Modifier.isStatic(field.getModifiers())
            && field.get(null) instanceof ConfigOption<?> option) {
          known.put(option.key(), option);
        }
      }
    }
    return known;
  }

  private static void assertKnown(Map<String, String> settings) throws Exception {
    Map<String, ConfigOption<?>> known = known();
    assertThat(settings).isNotEmpty();
    settings.forEach(
        (key, value) -> {
          if (!key.startsWith("metrics.reporter.prom.")) {
            ConfigOption<?> option = known.get(key);
            assertThat(option).as(key).isNotNull();
            // Throws when the value is not of the option's type.
            assertThat(Configuration.fromMap(Map.of(key, value)).getOptional(option))
                .as(key)
                .isPresent();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"taskmanager-1g.yaml", "taskmanager-4g.yaml", "taskmanager-16g.yaml"})
  void memory_isAcceptedByFlink(String taskManager) throws Exception {
    Path folder = folder(taskManager);
    assertKnown(GlobalConfiguration.loadConfiguration(folder.toString()).toMap());
    Child script =
        Command.java(
                Tree.processClassPath("flink"),
                List.of(Logs.off(Tree.newFolder("log"))),
                "org.apache.flink.runtime.util.bash.BashJavaUtils")
            .with("GET_TM_RESOURCE_PARAMS", "--configDir", folder.toString())
            .run("memory");
    assertThat(script.exitCode()).as(script.tail()).isZero();
    assertThat(script.out()).as(script.tail()).contains("-Xmx", "taskmanager.memory.managed.size");
  }

  @Test
  void kubernetes_manifestsHaveWhatTheOperatorAsksFor() throws Exception {
    Configuration deployment = manifest("deployment.yaml");
    assertThat(deployment.toMap())
        .containsEntry("apiVersion", "flink.apache.org/v1beta1")
        .containsEntry("kind", "FlinkDeployment")
        .containsEntry("spec.job.upgradeMode", "savepoint")
        .containsEntry("spec.job.entryClass", "org.tocsin.jobs.Main")
        .containsKeys("spec.flinkVersion", "spec.image", "spec.taskManager.resource.memory");
    Map<String, String> settings = new TreeMap<>();
    deployment
        .toMap()
        .forEach(
            (key, value) -> {
              if (key.startsWith("spec.flinkConfiguration.")) {
                settings.put(key.substring("spec.flinkConfiguration.".length()), value);
              }
            });
    assertKnown(settings);
    assertThat(manifest("session-job.yaml").toMap())
        .containsEntry("kind", "FlinkSessionJob")
        .containsKeys("spec.deploymentName", "spec.job.jarURI", "spec.job.args");
  }

  /** Flink's own reader of nested YAML. */
  private static Configuration manifest(String name) throws IOException {
    Path folder = Tree.newFolder("manifest");
    Files.copy(
        Tree.ROOT.resolve("flink-conf/kubernetes").resolve(name), folder.resolve("config.yaml"));
    return GlobalConfiguration.loadConfiguration(folder.toString());
  }

  @Test
  void everyFile_isTold() throws IOException {
    String docs = Files.readString(Tree.ROOT.resolve("docs/operate.md"));
    try (Stream<Path> files = Files.walk(Tree.ROOT.resolve("flink-conf"))) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .allSatisfy(file -> assertThat(docs).contains(file.getFileName().toString()));
    }
  }
}
