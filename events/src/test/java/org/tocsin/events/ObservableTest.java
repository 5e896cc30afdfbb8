package org.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservableTest {

  @ParameterizedTest
  @CsvSource({
    "url, https://sub.example.org/a.b?c=d.e, hxxps://sub[.]example[.]org/a.b?c=d.e",
    "url, http://example.org, hxxp://example[.]org",
    "domain, example.org, example[.]org",
    "email, first.last@example.org, first[.]last[@]example[.]org",
    "invite, t.me/+AbC, t[.]me/+AbC",
    "payment-page, paypal.me/first.last, paypal[.]me/first.last",
    "crowdfunding, gofundme.com/f/x, gofundme[.]com/f/x",
    "btc, 1abc, 1abc",
    "ton, 0:00ff, 0:00ff",
    "payment-handle, cash.app/$name, cash.app/$name",
  })
  void defanged_links_cannotBeFollowedAndAllElseStays(String kind, String value, String shown) {
    assertThat(new Observable(kind, value, 0, 1, null).defanged()).isEqualTo(shown);
    assertThat(new Observable(kind, shown, 0, 1, null).defanged()).isEqualTo(shown);
  }

  @Test
  void forAlert_keepsTheTokenAndNoPlace() {
    assertThat(new Observable("tron", "TAbc", 4, 8, true, "usdt").forAlert())
        .isEqualTo(new Observable("tron", "TAbc", 0, 0, true, "usdt"));
    assertThat(new Observable("domain", "a.example", 4, 13, null).forAlert().value())
        .isEqualTo("a[.]example");
  }

  @Test
  void forAlert_keepsWhatListsNameIt() {
    assertThat(
            new Observable("btc", "1abc", 4, 8, true)
                .listedAs(List.of("ofac:1", "un:QDi.001"))
                .forAlert())
        .isEqualTo(
            new Observable("btc", "1abc", 0, 0, true, null, List.of("ofac:1", "un:QDi.001")));
  }

  @Test
  void json_listed_isReadAsWritten() throws UnreadableRecordException {
    Observable listed = new Observable("btc", "1abc", 0, 4, true).listedAs(List.of("ofac:1"));
    assertThat(Json.read(Json.write(listed), Observable.class)).isEqualTo(listed);
  }

  @Test
  void json_unlisted_isNotWrittenAndAbsentOrNullReadsAsEmpty() throws UnreadableRecordException {
    Observable plain = new Observable("btc", "1abc", 0, 4, true);
    String written = new String(Json.write(plain), StandardCharsets.UTF_8);
    assertThat(written).doesNotContain("listed");
    assertThat(Json.read(Json.write(plain), Observable.class)).isEqualTo(plain);
    byte[] explicit = written.replace("}", ",\"listed\":null}").getBytes(StandardCharsets.UTF_8);
    assertThat(Json.read(explicit, Observable.class)).isEqualTo(plain);
  }
}
