package org.tocsin.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Alert;
import org.tocsin.events.Category;
import org.tocsin.events.Json;
import org.tocsin.events.Observable;
import org.tocsin.events.Signal;
import org.tocsin.jobs.Signals;
import org.tocsin.lexicons.pack.AlertRule.Counts;
import org.tocsin.lexicons.pack.AlertRule.GroupBy;
import org.tocsin.lexicons.pack.AlertRule.Inhibits;
import org.tocsin.lexicons.pack.AlertRule.Life;
import org.tocsin.lexicons.pack.AlertRule.On;

/** Wherever an analyst reads a link: group, sentence, observables, who named it, digests. */
class LinksInAlertsTest extends OneLineContract {
  private static final Rules LINKS =
      Rules.rule("r")
          .on(
              new On(
                  false,
                  List.of(Category.values()),
                  List.of(),
                  List.of(On.ANY_KIND),
                  List.of(),
                  List.of(),
                  0,
                  null,
                  List.of(),
                  List.of()))
          .by(GroupBy.OBSERVABLE)
          .when(Rules.counts(1, null));

  @Test
  void alert_ofALink_namesItNowhereAsALink() throws Exception {
    start(LINKS);
    line().signals(naming("x:1", new Observable("url", "https://site.example/a", 0, 4, null)));
    line().watermark(9_999);

    Alert alert = line().alerts().get(0);
    assertThat(alert.group()).containsEntry("observable", "url:hxxps://site[.]example/a");
    assertThat(alert.reason()).contains("shared url:hxxps://site[.]example/a;");
    assertThat(json(alert)).doesNotContain("https:", "site.example");
  }

  @Test
  void alert_ofManyInvites_namesThemNowhereAsLinks() throws Exception {
    start(LINKS.life(new Life(Duration.ZERO, Counts.NONE, 1, Inhibits.NOTHING, 30, 1)));
    line()
        .signals(
            naming("x:1", new Observable("invite", "t.me/+AbC", 0, 4, null)),
            naming("x:2", new Observable("invite", "t.me/+XyZ", 0, 4, null)));
    line().watermark(9_999);

    Alert alert = line().alerts().get(0);
    assertThat(alert.digest()).hasSize(2).allMatch(text -> text.startsWith("invite:t[.]me/+"));
    assertThat(json(alert)).contains("t[.]me/+XyZ").doesNotContain("t.me");
  }

  private static String json(Alert alert) {
    return new String(Json.write(alert), StandardCharsets.UTF_8);
  }

  private static Signal naming(String post, Observable observable) {
    return Signals.naming(Signals.of(post, 1_000, Category.FINANCING), observable);
  }
}
