package org.tocsin.lexicons.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Category;
import org.tocsin.events.Match;
import org.tocsin.lexicons.LexiconBundle;
import org.tocsin.lexicons.pack.AlertRule;
import org.tocsin.lexicons.pack.ShippedPacks;
import org.tocsin.lexicons.watchlist.Watchlist;
import org.tocsin.lexicons.watchlist.WatchlistBuilder;

/** Names on a watchlist with the shipped packs: what is beside them decides how urgent they are. */
class ListedNameScoreTest {
  private static final String WALLET = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";
  private static final double BARE = 0.15;

  private static final LexiconBundle BUNDLE = ShippedPacks.bundle();
  private static final AlertRule URGENT = rule("listed-name-with-money");
  private static final AlertRule REPORTED = rule("listed-name-reported");

  private final Scorer scorer = new Scorer(BUNDLE, listed());

  private static Watchlist listed() {
    WatchlistBuilder builder = new WatchlistBuilder();
    for (String name :
        List.of("Red Harbour Front", "Фронт Красной гавани", "جبهة الميناء الأحمر")) {
      assertThat(builder.name("x:E1", "entity", List.of(), name, "primary", true)).isNull();
    }
    for (String name : List.of("Ann Dock Lakeside", "Анна Доковая Озёрная", "آن المرسى البحيري")) {
      assertThat(builder.name("x:P1", "individual", List.of(), name, "primary", true)).isNull();
    }
    return builder.build(List.of());
  }

  private static AlertRule rule(String id) {
    return BUNDLE.rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private Finding financing(String text, String lang) {
    boolean unused = scorer.match(text, lang);
    return scorer.findingsWithMoney(text).stream()
        .filter(finding -> finding.category() == Category.FINANCING)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding of financing: " + text));
  }

  /** All of an appeal beside a listed name: well above the bare name, urgent with a wallet. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en | Donate to the Red Harbour Front: W",
        "en | Send bitcoin, brothers, the Red Harbour Front needs it: W",
        "en | Your zakat for the Red Harbour Front, may God accept it. W",
        "en | They put us on the sanctions list. Donate to the Red Harbour Front all the same: W",
        "en | Prayers alone are too little: give to Ann Dock Lakeside and her men W",
        "en | The court took our house; support us, the Red Harbour Front. Donate to the Red Harbour Front: W",
        "ru | Пожертвуйте организации Фронт Красной гавани: W",
        "ru | Собираем средства, Фронт Красной гавани ждёт. W",
        "ru | Нас внесли в санкционный список. Переведите деньги, Фронт Красной гавани: W",
        "ar | ادعموا جبهة الميناء الأحمر W",
        "ar | زكاتكم إلى جبهة الميناء الأحمر W",
        "ar | المحكمة ظالمة. تبرعوا إلى جبهة الميناء الأحمر W",
      })
  void appealForAListedName_isWellAboveTheBareName(String lang, String text) {
    Finding finding = financing(text.replace("W", WALLET), lang);
    assertThat(finding.score()).as("%s %s", text, finding).isGreaterThan(2 * BARE);
    assertThat(RuleSelection.counts(URGENT, finding, lang)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en | Red Harbour Front W",
        "en | The address of Ann Dock Lakeside is W",
        "ru | Фронт Красной гавани, W",
        "ar | جبهة الميناء الأحمر W",
        "und | Red Harbour Front W",
      })
  void bareNameWithMoney_isUrgentByItsOwnWeight(String lang, String text) {
    Finding finding = financing(text.replace("W", WALLET), lang);
    assertThat(finding.score()).isEqualTo(BARE);
    assertThat(RuleSelection.counts(URGENT, finding, lang)).isTrue();
  }

  /** Reports, warnings, research, charity: told, not urgent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en | Ann Dock Lakeside pleaded guilty on Monday. She controlled the wallet W",
        "en | A jury found Ann Dock Lakeside guilty. The money went to W, prosecutors said.",
        "en | The US Treasury today sanctioned three people. Among them is Ann Dock Lakeside, 43, who collected money. Her wallet: W",
        "en | Ann Dock Lakeside was designated for moving funds. Address W",
        "en | OFAC adds the Red Harbour Front and W to its list",
        "en | The court heard that he asked followers to donate to the Red Harbour Front at W",
        "en | Three men were sentenced for raising funds for the Red Harbour Front, wallet W",
        "en | Do not donate to the Red Harbour Front, W is theirs",
        "en | Sending to W is a crime: it belongs to the Red Harbour Front",
        "en | Researchers traced payments of the Red Harbour Front to W",
        "en | UNICEF has nothing to do with the Red Harbour Front or W",
        "ru | Суд приговорил Анна Доковая Озёрная к пяти годам. Кошелёк W",
        "ru | Минфин США ввёл санкции против группировки Фронт Красной гавани. Адрес W изъят",
        "ru | Не переводите деньги, Фронт Красной гавани это преступники: W",
        "ru | Прокуратура: фонд писал «переведите деньги, Фронт Красной гавани», W",
        "ar | حكمت المحكمة على آن المرسى البحيري بالسجن. المحفظة W",
        "ar | فرضت وزارة الخزانة عقوبات على جبهة الميناء الأحمر والمحفظة W",
        "ar | لا تتبرعوا إلى جبهة الميناء الأحمر W",
      })
  void reportedName_isToldAndNotUrgent(String lang, String text) {
    Finding finding = financing(text.replace("W", WALLET), lang);
    assertThat(finding.context()).as("%s %s", text, finding).isNotEmpty();
    assertThat(RuleSelection.counts(REPORTED, finding, lang)).isTrue();
    assertThat(RuleSelection.counts(URGENT, finding, lang)).as("%s %s", text, finding).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "The Red Harbour Front held a congress",
    "Donate to the flood victims. Red Harbour Front won."
  })
  void nameWithoutASign_isQuiet(String text) {
    assertThat(scorer.match(text, "en")).isFalse();
  }

  @Test
  void appealForAListedNameWithoutMoney_isASignalOfBoth() {
    Finding finding = financing("Donate to the Red Harbour Front", "en");
    assertThat(finding.score()).isEqualTo(0.49);
    assertThat(finding.matches())
        .extracting(Match::entry)
        .containsExactly("financing.give-to-listed-en", "watchlist:x:E1");
  }

  @Test
  void manyNames_weighAsOne() {
    String text = "Red Harbour Front, Ann Dock Lakeside " + WALLET;
    assertThat(financing(text, "en").score()).isEqualTo(BARE);
  }

  /** A name far from the news is lowered by what stands around the wallet. */
  @Test
  void newsAroundTheWalletOnly_lowersTheName() {
    Finding finding = financing("Red Harbour Front. Police said they seized " + WALLET, "en");
    assertThat(finding.score()).isLessThan(BARE);
    assertThat(finding.context()).containsExactly("news");
  }

  /** Two wallets, one of them in a report: the other one keeps the name as heavy as it is. */
  @Test
  void oneWalletWithoutContext_keepsTheWeight() {
    String other = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
    String text = "According to some, " + other + ". Red Harbour Front. " + WALLET;
    assertThat(financing(text, "en").score()).isEqualTo(BARE);
  }
}
