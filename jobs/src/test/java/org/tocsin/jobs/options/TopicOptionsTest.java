package org.tocsin.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.connectors.topic.TopicSpec;
import org.tocsin.connectors.topic.TopicSpec.CleanUp;
import picocli.CommandLine;

class TopicOptionsTest {
  private final List<String> mistakes = new ArrayList<>();

  private static TopicOptions parse(String... args) {
    return CommandLine.populateCommand(new TopicOptions(), args);
  }

  @Test
  void specs_areTheDocumentedOnes() {
    assertThat(parse().specs(mistakes, EnumSet.allOf(Topic.class)))
        .containsExactly(
            new TopicSpec("tocsin.posts", CleanUp.BY_TIME),
            new TopicSpec("tocsin.signals", CleanUp.BY_TIME),
            new TopicSpec("tocsin.alerts", CleanUp.COMPACTABLE),
            new TopicSpec("tocsin.dead-letters", CleanUp.BY_TIME),
            new TopicSpec("tocsin.late-posts", CleanUp.BY_TIME),
            new TopicSpec("tocsin.bundles", CleanUp.COMPACTED, 1),
            new TopicSpec("tocsin.verdicts", CleanUp.BY_TIME),
            new TopicSpec("tocsin.watches", CleanUp.COMPACTABLE));
    assertThat(mistakes).isEmpty();
  }

  @Test
  void names_areThoseOfThePrefixUnlessGiven() {
    TopicOptions options =
        parse("--topic-prefix", "desk.", "--topic", "posts=firehose,late-posts=late");
    assertThat(options.specs(mistakes, Set.of()))
        .extracting(TopicSpec::name)
        .containsExactly("firehose", "desk.signals", "desk.alerts", "desk.dead-letters", "late");
    assertThat(mistakes).isEmpty();
  }

  @Test
  void unknownKind_isToldWithAllKinds() {
    parse("--topic", "alarms=a").specs(mistakes, Set.of());
    assertThat(mistakes)
        .singleElement()
        .asString()
        .contains("no 'alarms'", "posts, signals, alerts, dead-letters, late-posts, bundles");
  }

  @Test
  void oneNameForTwo_isRefused() {
    parse("--topic", "signals=out", "--topic", "alerts=out").specs(mistakes, Set.of());
    assertThat(mistakes).singleElement().asString().contains("out is both signals and alerts");
  }

  @Test
  void noPartitions_areRefused() {
    parse("--partitions", "0").specs(mistakes, Set.of());
    assertThat(mistakes).singleElement().asString().contains("--partitions 0");
  }
}
