package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.ORG:80/Path?q=1#f, http://example.org/Path?q=1#f",
    "https://example.org/, https://example.org",
    "https://example.org:8443/a, https://example.org:8443/a",
    "https://user:pw@example.org/a, https://example.org/a",
    "https://user@example.org/a, https://example.org/a",
    "http://192.0.2.7/a, http://192.0.2.7/a",
    "https://b\u00FCcher.example.de/x, https://xn--bcher-kva.example.de/x",
    "http://\u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444/\u0441\u0442\u0440, http://xn--e1afmkfd.xn--p1ai/\u0441\u0442\u0440",
    "example.org/a, https://example.org/a",
    "https://telegram.me/name, https://t.me/name",
    "http://abcdefghijklmnop.onion/x, http://abcdefghijklmnop.onion/x",
  })
  void extract_url_isCanonical(String written, String canonical) {
    assertThat(Finds.named("see " + written)).containsExactly("url " + canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(https://example.org/a)|https://example.org/a",
        "https://example.org/a_(b)|https://example.org/a_(b)",
        "https://example.org/a.|https://example.org/a",
        "https://example.org/a!\"|https://example.org/a",
        "\"https://example.org/a\"|https://example.org/a",
        "https://example.org.|https://example.org",
        "https://example.org/a\u3068|https://example.org/a",
        "https://example.org/a,https://example.org/b|https://example.org/a,https://example.org/b",
      })
  void extract_urlInASentence_endsWhereTheSentenceGoesOn(String text, String surface) {
    assertThat(Finds.surfaces(text)).containsExactly(surface);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "over.it was fine",
        "the end.Next one",
        "see a.b.c",
        "3.5 and 1.2.3",
        "v1.com2",
        "Mr.Brown",
        "https://exam",
        "https://",
        "http://t.co/abc\u2026",
        "https://example.org/a...",
        "e.g./i.e",
        "foo.live tonight",
        "a@b",
        "@name",
        "x@localhost",
        "name@example",
        "wait...what",
        "https://-.-/",
        "..com",
        "http://.com",
        "ratio 1:2 //",
        "co.uk.x"
      })
  void extract_whatIsNoLink_isNotFound(String text) {
    assertThat(Finds.named(text)).isEmpty();
  }

  @Test
  void extract_bareHosts_areDomainsUnderDomainsThatAreNoWords() {
    assertThat(Finds.named("go to Example.com, www.example.live and sub.example.co.uk"))
        .containsExactly(
            "domain example.com", "domain www.example.live", "domain sub.example.co.uk");
  }

  @Test
  void extract_emailAddress_isNoDomain() {
    String text = "write First.Last+x@Mail.Example.org.";
    assertThat(Finds.named(text)).containsExactly("email first.last+x@mail.example.org");
    assertThat(Finds.surfaces(text)).containsExactly("First.Last+x@Mail.Example.org");
    assertThat(Finds.named("name@example.com.Next sentence"))
        .containsExactly("email name@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.me/+AbC_d-1, invite t.me/+AbC_d-1",
    "t.me/joinchat/AbCd, invite t.me/+AbCd",
    "http://telegram.me/joinchat/AbCd?x=1, invite t.me/+AbCd",
    "telegram.dog/+AbCd, invite t.me/+AbCd",
    "https://t.me/addlist/Slug, invite t.me/addlist/Slug",
    "tg://join?invite=AbCd, invite t.me/+AbCd",
    "https://chat.whatsapp.com/AbCdEf, invite chat.whatsapp.com/AbCdEf",
    "https://www.whatsapp.com/channel/0029Va, invite whatsapp.com/channel/0029Va",
    "https://signal.group/#CjQKI, invite signal.group/#CjQKI",
    "sgnl://signal.group/#CjQKI, invite signal.group/#CjQKI",
    "discord.gg/AbC, invite discord.gg/AbC",
    "https://discordapp.com/invite/AbC, invite discord.gg/AbC",
    "https://matrix.to/#/!room:example.org, invite matrix.to/#/!room:example.org",
    "https://www.paypal.me/Some.Name/10, payment-page paypal.me/some.name",
    "paypal.com/paypalme/SomeName, payment-page paypal.me/somename",
    "ko-fi.com/Name, payment-page ko-fi.com/name",
    "https://boosty.to/name/donate, payment-page boosty.to/name",
    "https://www.donationalerts.com/r/name, payment-page donationalerts.com/r/name",
    "https://yoomoney.ru/to/41001, payment-page yoomoney.ru/to/41001",
    "https://qiwi.com/n/NAME, payment-page qiwi.com/n/name",
    "https://cash.app/$Name, payment-page cash.app/$name",
    "https://www.gofundme.com/f/some-name?x=1, crowdfunding gofundme.com/f/some-name",
    "hxxps://gofundme[.]com/f/some-name, crowdfunding gofundme.com/f/some-name",
    "https://t.me/name/12, url https://t.me/name/12",
    "https://discord.com/channels/1, url https://discord.com/channels/1",
    "https://www.paypal.com/home, url https://www.paypal.com/home",
  })
  void extract_pagesThatAreMoreThanAUrl_haveOneName(String written, String found) {
    assertThat(Finds.named("join " + written + " now")).containsExactly(found);
    assertThat(Finds.surfaces("join " + written + " now")).containsExactly(written);
  }

  @Test
  void extract_cashtag_isAHandleOnlyBesideTheAppsName() {
    assertThat(Finds.named("Cash App: $SomeName"))
        .containsExactly("payment-handle cash.app/$somename");
    assertThat(Finds.named("$TSLA is up, cash is king, US$5, $100")).isEmpty();
  }

  @Test
  void extract_giftCards_areFoundWhenCodesAreAskedFor() {
    assertThat(Finds.named("Amazon gift cards only, send the codes"))
        .containsExactly("gift-card amazon gift card");
    assertThat(Finds.surfaces("Amazon gift cards only, send the codes"))
        .containsExactly("gift cards");
    assertThat(Finds.named("I gave my aunt a gift card")).isEmpty();
    assertThat(
            Finds.named(
                "\u043F\u0440\u0438\u043D\u0438\u043C\u0430\u0435\u043C \u043F\u043E\u0434\u0430\u0440\u043E\u0447\u043D\u044B\u0435 \u043A\u0430\u0440\u0442\u044B, \u043A\u043E\u0434\u044B \u0432 \u043B\u0438\u0447\u043A\u0443"))
        .containsExactly("gift-card gift card");
  }

  @Test
  void extract_walletInAUrl_isToldBesideTheUrl() {
    assertThat(Finds.named("https://example.org/tx/TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE"))
        .containsExactly(
            "url https://example.org/tx/TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE",
            "tron TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE");
  }
}
