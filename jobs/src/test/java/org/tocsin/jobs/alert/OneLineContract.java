package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.tocsin.lexicons.pack.AlertRule;

/** Tests of rules over one line of operators, which must hold nothing in the end. */
abstract class OneLineContract {
  private @Nullable Line line;

  final Line line() {
    return Objects.requireNonNull(line);
  }

  /** Starts the line with these rules; each test does. */
  final void start(Rules... rules) throws Exception {
    start(Arrays.stream(rules).map(Rules::build).toList());
  }

  final void start(List<AlertRule> rules) throws Exception {
    line = new Line(new RuleBook(rules), 2);
  }

  @AfterEach
  final void allIsForgottenInTheEnd() throws Exception {
    line().watermark(Long.MAX_VALUE);
    assertThat(line().left()).isZero();
    line().close();
  }
}
