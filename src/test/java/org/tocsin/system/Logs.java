package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where processes log to. */
final class Logs {
  private Logs() {}

  /** A JVM option that logs warnings and worse to standard error. */
  static String option(Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("log4j2.properties"),
            """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.target = SYSTEM_ERR
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} - %m%n
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            logger.metrics.name = org.apache.flink.metrics.MetricGroup
            logger.metrics.level = error
            """);
    return "-Dlog4j2.configurationFile=" + file.toUri();
  }

  /** For clients, whose standard error is the user's: no log at all. */
  static String off(Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("log4j2-off.properties"), "status = off\nrootLogger.level = off\n");
    return "-Dlog4j2.configurationFile=" + file.toUri();
  }
}
