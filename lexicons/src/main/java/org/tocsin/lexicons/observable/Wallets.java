package org.tocsin.lexicons.observable;

import org.jspecify.annotations.Nullable;

/** Says which chain's address a string of letters and digits is. Not thread-safe. */
final class Wallets {
  /** No address is shorter. */
  static final int MIN_LENGTH = Base58Check.MIN_LENGTH;

  private static final int MIN_SOLANA = 32;
  private static final int MAX_SOLANA = 44;

  private final Base58Check base58Check = new Base58Check();
  private final Evm evm;
  private final Monero monero;
  private final byte[] key = new byte[32];
  private char[] ascii = new char[Bech32.MAX_LENGTH];

  Wallets() {
    Keccak keccak = new Keccak();
    evm = new Evm(keccak);
    monero = new Monero(keccak);
  }

  /** Looks at a whole run; tells what it is. */
  boolean run(Text text, int from, int to, int classes, Found found) {
    int length = to - from;
    if (length > Bech32.MAX_LENGTH) {
      return false;
    }
    text.steps += length;
    char[] chars = text.chars;
    Address address;
    if ((classes & CharClass.LOOK_ALIKE) == 0) {
      address = address(chars, from, to);
    } else {
      for (int i = 0; i < length; i++) {
        ascii[i] = LookAlikes.toAscii(chars[from + i]);
      }
      address = address(ascii, 0, length);
    }
    if (address == null) {
      address = inContext(text, from, to);
    }
    if (address == null) {
      return false;
    }
    found.wallet(address, text, from - prefix(text, from, address), to);
    return true;
  }

  /** The address that the characters spell, by themselves; null when they spell none. */
  @Nullable Address address(char[] chars, int from, int to) {
    int length = to - from;
    char first = chars[from];
    if (length == Evm.DIGITS + 2 && first == '0' && (chars[from + 1] | 0x20) == 'x') {
      return evm.address(chars, from + 2);
    }
    if (first == '4' || first == '8') {
      return monero.address(chars, from, to);
    }
    if ((length == CashAddr.SHORT || length == CashAddr.LONG) && "qpzrQPZR".indexOf(first) >= 0) {
      return CashAddr.address(chars, from, to);
    }
    if (length == Ton.FRIENDLY && Ton.begins(first, chars[from + 1])) {
      return Ton.friendly(chars, from);
    }
    Address bech32 = Bech32.address(chars, from, to);
    if (bech32 != null || length > Base58Check.MAX_LENGTH) {
      return bech32;
    }
    return base58Check.address(chars, from, to);
  }

  /** What only its surroundings make an address. */
  private @Nullable Address inContext(Text text, int from, int to) {
    int length = to - from;
    char[] chars = text.chars;
    if (length == Ton.RAW_DIGITS) {
      return Ton.raw(chars, from, to);
    }
    if (length == Evm.DIGITS) {
      Address bare = evm.address(chars, from);
      // By chance one in 2^15 mixed-case hashes holds: written so on purpose, or told to add 0x.
      if (bare != null && (bare.checksumValid() != null || Nearby.saysAdd0x(text, from, to))) {
        return bare;
      }
    }
    boolean solana =
        length >= MIN_SOLANA
            && length <= MAX_SOLANA
            && Base58.BITCOIN.decode(chars, from, to, key, key.length)
            && Nearby.saysSolana(text, from, to);
    return solana ? new Address(ObservableKind.SOL, text.substring(from, to), null) : null;
  }

  /** How much of what stands before the run belongs to the address. */
  private static int prefix(Text text, int from, Address address) {
    boolean raw = address.kind() == ObservableKind.TON && address.checksumValid() == null;
    if (raw) {
      return text.chars[from - 2] == '1' ? 3 : 2;
    }
    int length = CashAddr.PREFIX.length() + 1;
    boolean prefixed =
        address.kind() == ObservableKind.BCH
            && from >= length
            && text.substring(from - length, from).equalsIgnoreCase(CashAddr.PREFIX + ":");
    return prefixed ? length : 0;
  }
}
