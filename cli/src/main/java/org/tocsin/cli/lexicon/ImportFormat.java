package org.tocsin.cli.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.connectors.watchlist.HurtLexReader;
import org.tocsin.connectors.watchlist.ListReader;
import org.tocsin.connectors.watchlist.OfacReader;
import org.tocsin.connectors.watchlist.OpenSanctionsReader;
import org.tocsin.connectors.watchlist.PhraseListReader;
import org.tocsin.connectors.watchlist.UnListReader;
import org.tocsin.events.Category;

/** The lists that can be imported, with what is known of each; null is for the keeper to say. */
enum ImportFormat {
  plain(null, null, null, null),
  csv(null, null, null, null),
  hurtlex("HurtLex", "CC-BY-NC-SA-4.0", Category.HATE, "hurtlex_([A-Za-z]{2})[._].*"),
  ldnoobw(
      "List of Dirty, Naughty, Obscene and Otherwise Bad Words",
      "CC-BY-4.0",
      Category.HATE,
      "([a-z]{2})(?:\\.txt)?"),
  un(
      "UN Security Council Consolidated List",
      "LicenseRef-UN-public-list",
      Category.PROPAGANDA,
      null),
  ofac(
      "OFAC Specially Designated Nationals list",
      "LicenseRef-US-Government-work",
      Category.PROPAGANDA,
      null),
  opensanctions("OpenSanctions", "CC-BY-NC-4.0", Category.PROPAGANDA, null);

  /** Names are written in posts of every language that Tocsin has packs for. */
  private static final List<String> ALL_LANGUAGES =
      List.of("en", "ru", "ar", "uk", "kk", "uz", "tg", "ky", "tk", "az", "fa", "ps", "tr");

  private final @Nullable String title;
  private final @Nullable String licence;
  private final @Nullable Category category;
  private final @Nullable String fileName;

  ImportFormat(
      @Nullable String title,
      @Nullable String licence,
      @Nullable Category category,
      @Nullable String fileName) {
    this.title = title;
    this.licence = licence;
    this.category = category;
    this.fileName = fileName;
  }

  @Nullable String title() {
    return title;
  }

  @Nullable String licence() {
    return licence;
  }

  @Nullable String category() {
    return category == null ? null : category.label();
  }

  /** Whether it lists names of persons and organisations. */
  boolean listsNames() {
    return switch (this) {
      case un, ofac, opensanctions -> true;
      default -> false;
    };
  }

  /** The languages of a list, as far as its name tells them. */
  List<String> languages(String name) {
    if (listsNames()) {
      return ALL_LANGUAGES;
    }
    Matcher matcher = Pattern.compile(fileName == null ? "\\b\\B" : fileName).matcher(name);
    return matcher.matches() ? List.of(matcher.group(1).toLowerCase(Locale.ROOT)) : List.of();
  }

  /**
   * A reader of it.
   *
   * @param column of a table, for those that are tables
   */
  ListReader reader(@Nullable String column) {
    return switch (this) {
      case csv -> ListFile.column(Objects.requireNonNullElse(column, ""));
      case plain, ldnoobw -> new PhraseListReader();
      case hurtlex -> new HurtLexReader();
      case un -> new UnListReader();
      case ofac -> new OfacReader();
      case opensanctions -> new OpenSanctionsReader();
    };
  }
}
