package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.tocsin.jobs.Signals;
import org.tocsin.jobs.detect.Change;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.When;

/** No timer looks at a group that holds less than its rule asks for, but the one that drops it. */
class WindowTimersTest {
  private static final long MINUTE = 60_000;
  private static final AlertRule RULE =
      Rules.rule("r").window(600, 60).when(When.of(new Counts(3, null, null, null, null))).build();
  private static final RuleBook BOOK = new RuleBook(List.of(RULE));
  private static final String KEY = BOOK.key(RULE);

  @Test
  void panesOfTooFewPosts_areLookedAtOnceThereAreEnough() throws Exception {
    var windows =
        new KeyedBroadcastOperatorTestHarness<>(
            new WindowsOperator(), Partial::key, Types.STRING, 1, 1, 0);
    windows.setup(
        TypeInformation.of(Candidate.class)
            .createSerializer(windows.getExecutionConfig().getSerializerConfig()));
    windows.open();
    windows.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
    RuleBooks.Force force = BOOK.forces().get(0);
    windows.processBroadcastElement(Control.of(KnownRule.of(force, 60 * MINUTE)), 0);

    windows.processElement(post(2), 0);
    windows.processElement(post(0), 0);
    assertThat(windows.numEventTimeTimers()).isEqualTo(2);

    // The last to come is of neither the first nor the last pane.
    windows.processElement(post(1), 0);
    assertThat(windows.numEventTimeTimers()).isEqualTo(6);

    windows.processWatermark(new Watermark(3 * MINUTE - 1));
    assertThat(windows.extractOutputValues())
        .singleElement()
        .satisfies(found -> assertThat(found.end()).isEqualTo(3 * MINUTE));

    windows.processWatermark(new Watermark(60 * MINUTE));
    assertThat(windows.numEventTimeTimers()).isZero();
    windows.close();
  }

  private static Partial post(int minute) {
    Change change = Change.first(Signals.of("x:" + minute, minute * MINUTE));
    Pane pane = new Pane(minute * MINUTE, MINUTE, RULE.panes(), RULE.samples());
    pane.add(Row.of(change), Evidence.of(change));
    return new Partial(Partial.key(KEY, List.of("hate")), PaneCodec.write(pane));
  }
}
