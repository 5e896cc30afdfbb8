package org.tocsin.lexicons.observable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an observable is; {@link #label} is what {@code Observable.kind} holds. */
public enum ObservableKind {
  BTC(true),
  /** Any EVM chain: Ethereum, BNB Smart Chain, Polygon, ... have one address format. */
  ETH(true),
  TRON(true),
  XMR(true),
  LTC(true),
  BCH(true),
  DASH(true),
  DOGE(true),
  ZEC(true),
  XRP(true),
  TON(true),
  SOL(true),
  IBAN(true),
  /** A closed group or channel that can be joined by link. */
  INVITE(true),
  PAYMENT_PAGE(true),
  PAYMENT_HANDLE(true),
  CROWDFUNDING(true),
  GIFT_CARD(true),
  EMAIL(false),
  DOMAIN(false),
  URL(false);

  private final boolean financing;
  private final String label;

  ObservableKind(boolean financing) {
    this.financing = financing;
    this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Lower case, hyphenated: {@code btc}, {@code payment-page}. */
  public String label() {
    return label;
  }

  /**
   * Whether it can carry money or lead to a closed channel where money is asked for: worth keeping
   * from a post in which no lexicon matched.
   */
  public boolean financing() {
    return financing;
  }

  /** Whether it is a wallet on some chain. */
  public boolean wallet() {
    return compareTo(SOL) <= 0;
  }

  /** Whether money can be given by it. */
  public boolean money() {
    return financing && this != INVITE;
  }

  /** The labels of kinds. */
  public static Set<String> labels(Predicate<ObservableKind> which) {
    return Arrays.stream(values())
        .filter(which)
        .map(ObservableKind::label)
        .collect(Collectors.toUnmodifiableSet());
  }
}
