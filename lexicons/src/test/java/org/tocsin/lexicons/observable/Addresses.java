package org.tocsin.lexicons.observable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Writes addresses: the encoders' side, with big integers where the decoders count in limbs. */
final class Addresses {
  static final String BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  static final String RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

  private Addresses() {}

  static byte[] hash(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static String base58Check(byte[] payload, String alphabet) {
    byte[] sum = sha256(sha256(payload));
    return base58(join(payload, Arrays.copyOf(sum, 4)), alphabet);
  }

  static String base58(byte[] bytes, String alphabet) {
    StringBuilder out = new StringBuilder();
    BigInteger number = new BigInteger(1, bytes);
    while (number.signum() > 0) {
      BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(58));
      out.append(alphabet.charAt(parts[1].intValue()));
      number = parts[0];
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      out.append(alphabet.charAt(0));
    }
    return out.reverse().toString();
  }

  /** Each 8 bytes as 11 digits, the last 5 as 7. */
  static String monero(byte[] payload) {
    KeccakDigest keccak = new KeccakDigest(256);
    keccak.update(payload, 0, payload.length);
    byte[] sum = new byte[32];
    keccak.doFinal(sum, 0);
    byte[] all = join(payload, Arrays.copyOf(sum, 4));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < all.length; i += 8) {
      byte[] block = Arrays.copyOfRange(all, i, Math.min(all.length, i + 8));
      String digits = base58(new BigInteger(1, block).toByteArray(), BITCOIN);
      digits = digits.replaceAll("^1+", "");
      out.append("1".repeat((block.length == 8 ? 11 : 7) - digits.length())).append(digits);
    }
    return out.toString();
  }

  static String ton(int tag, int chain, byte[] account) {
    byte[] head = join(bytes(tag, chain), account);
    int crc = Ton.crc16(head, head.length);
    return Base64.getUrlEncoder().encodeToString(join(head, bytes(crc >> 8, crc)));
  }

  static String iban(String country, String account) {
    String moved = account + country + "00";
    StringBuilder digits = new StringBuilder();
    moved.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    int check = 98 - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    return country + (check < 10 ? "0" : "") + check + account;
  }

  /** The address with one character replaced by another that the alphabet has. */
  static String broken(String address, int from, String alphabet, Random random) {
    int at = from + random.nextInt(address.length() - from);
    char was = address.charAt(at);
    char other = was;
    while (other == was) {
      other = alphabet.charAt(random.nextInt(alphabet.length()));
    }
    return address.substring(0, at) + other + address.substring(at + 1);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
