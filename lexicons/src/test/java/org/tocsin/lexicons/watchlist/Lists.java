package org.tocsin.lexicons.watchlist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Synthetic watchlists. The addresses are test vectors of the formats' own specifications. */
public final class Lists {
  /** BIP-173's example. */
  public static final String BTC = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

  /** EIP-55's first example. */
  public static final String ETH = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  private Lists() {}

  /** An organisation with good and weak names and a wallet; a person with a one-word alias. */
  public static Watchlist sample() {
    return builder().build(List.of(new Watchlist.Source("A list", "list.xml", "00")));
  }

  static WatchlistBuilder builder() {
    WatchlistBuilder builder = new WatchlistBuilder();
    entity(builder, "Red Harbour Front", "primary", true);
    entity(builder, "Фронт Красной гавани", "original-script", true);
    entity(builder, "Harbourmen", "alias", false);
    entity(builder, "time", "alias", true);
    refused(builder.identifier("x:E1", "entity", List.of("DOCKS"), "XBT", BTC));
    person(builder, "Ann Dock Lakeside", "primary", true);
    person(builder, "Lakesider", "alias", true);
    return builder;
  }

  private static void entity(WatchlistBuilder builder, String name, String form, boolean sure) {
    refused(builder.name("x:E1", "entity", List.of("DOCKS"), name, form, sure));
  }

  private static void person(WatchlistBuilder builder, String name, String form, boolean sure) {
    refused(builder.name("x:P1", "individual", List.of(), name, form, sure));
  }

  private static void refused(@Nullable String why) {
    if (why != null) {
      throw new IllegalArgumentException(why);
    }
  }
}
