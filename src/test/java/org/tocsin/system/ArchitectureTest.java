package org.tocsin.system;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls between modules and packages, and what logic may not touch. */
class ArchitectureTest {
  private static final List<String> MODULES =
      List.of("events", "lexicons", "connectors", "jobs", "cli");
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream()
                  .map(module -> Tree.ROOT.resolve(module).resolve("target/classes"))
                  .toList());

  private static String within(String module) {
    return "org.tocsin." + module + "..";
  }

  @Test
  void modules_knowOnlyThoseToTheirLeft() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.tocsin..")
        .layer("events")
        .definedBy(within("events"))
        .layer("lexicons")
        .definedBy(within("lexicons"))
        .layer("connectors")
        .definedBy(within("connectors"))
        .layer("jobs")
        .definedBy(within("jobs"))
        .layer("cli")
        .definedBy(within("cli"))
        .whereLayer("events")
        .mayNotAccessAnyLayer()
        .whereLayer("lexicons")
        .mayOnlyAccessLayers("events")
        .whereLayer("connectors")
        .mayOnlyAccessLayers("events")
        .whereLayer("jobs")
        .mayOnlyAccessLayers("events", "lexicons", "connectors")
        .whereLayer("cli")
        .mayOnlyAccessLayers("events", "lexicons", "connectors", "jobs")
        .ensureAllClassesAreContainedInArchitecture()
        .check(CODE);
  }

  @Test
  void events_knowNeitherFlinkNorKafkaNorLucene() {
    noClasses()
        .that()
        .resideInAPackage(within("events"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.flink..", "org.apache.kafka..", "org.apache.lucene..", "com.ibm.icu..")
        .check(CODE);
  }

  @Test
  void lexicons_knowNeitherFlinkNorKafka() {
    noClasses()
        .that()
        .resideInAPackage(within("lexicons"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..")
        .check(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"format", "file", "privacy"})
  void readingAndHiding_knowNeitherFlinkNorKafka(String name) {
    noClasses()
        .that()
        .resideInAPackage("org.tocsin.connectors." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..")
        .check(CODE);
  }

  @Test
  void picocli_staysInOptionsAndCommands() {
    noClasses()
        .that()
        .resideInAnyPackage(within("events"), within("lexicons"), within("connectors"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "lexicons", "connectors", "jobs", "cli"})
  void packagesOfAModule_haveNoCycles(String module) {
    slices()
        .matching("org.tocsin." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CODE);
  }

  /** The same posts give the same alerts, whenever the job runs. */
  @Test
  void jobs_haveNoWallClock() {
    noClasses()
        .that()
        .resideInAnyPackage(within("events"), within("lexicons"), within("jobs"))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(CODE);
  }

  @Test
  void libraries_neitherPrintNorUseTheJdksLogger() {
    String[] libraries = {
      within("events"), within("lexicons"), within("connectors"), within("jobs")
    };
    classes()
        .that()
        .resideInAnyPackage(libraries)
        .and()
        .doNotHaveFullyQualifiedName("org.tocsin.jobs.Main")
        .should(not(GeneralCodingRules.ACCESS_STANDARD_STREAMS))
        .andShould(not(GeneralCodingRules.USE_JAVA_UTIL_LOGGING))
        .check(CODE);
  }

  @Test
  void packages_areNullMarkedAndSayWhy() {
    JavaPackage root = CODE.getPackage("org.tocsin");
    List<String> unmarked =
        root.getSubpackagesInTree().stream()
            .filter(aPackage -> !aPackage.getClasses().isEmpty())
            .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertThat(unmarked).isEmpty();
    assertThat(root.getSubpackages()).hasSameSizeAs(MODULES);
  }
}
