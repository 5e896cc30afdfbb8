package org.tocsin.jobs.duplicates;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** What remains of a text to find its copies by: 36 places of 16 bits. Immutable. */
public final class Sketch {
  /** Keys of {@link #bands}. */
  public static final int BANDS = 12;

  /** Places of a band. */
  private static final int ROWS = 3;

  /** Places of a sketch. */
  static final int PLACES = BANDS * ROWS;

  /** Texts at least so {@linkplain #similarity similar} count as copies. */
  public static final double COPY = 0.4;

  private static final HexFormat HEX = HexFormat.of();

  private final char[] places;

  /** Of these places, which are not copied. */
  Sketch(char[] places) {
    this.places = places;
  }

  /**
   * The sketch of {@link #toString}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Sketch parse(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != PLACES * Character.BYTES) {
      throw new IllegalArgumentException(
          "a sketch has %d bytes; this one has %d"
              .formatted(PLACES * Character.BYTES, bytes.length));
    }
    char[] places = new char[PLACES];
    ByteBuffer.wrap(bytes).asCharBuffer().get(places);
    return new Sketch(places);
  }

  /** Keys to meet copies by, of three places each: 12 short texts; copies share at least one. */
  public List<String> bands() {
    return IntStream.range(0, BANDS).mapToObj(this::band).toList();
  }

  private String band(int band) {
    StringBuilder key = new StringBuilder().append(band).append('-');
    for (int row = 0; row < ROWS; row++) {
      key.append(HEX.toHexDigits(places[band * ROWS + row]));
    }
    return key.toString();
  }

  /** Estimate, in [0, 1], of the weighted share of words that two texts have in common. */
  public double similarity(Sketch other) {
    int alike = 0;
    for (int i = 0; i < PLACES; i++) {
      if (places[i] == other.places[i]) {
        alike++;
      }
    }
    return alike / (double) PLACES;
  }

  char place(int index) {
    return places[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sketch sketch && Arrays.equals(places, sketch.places);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places);
  }

  /** 96 characters of Base64 for URLs. */
  @Override
  public String toString() {
    ByteBuffer bytes = ByteBuffer.allocate(PLACES * Character.BYTES);
    bytes.asCharBuffer().put(places);
    return Base64.getUrlEncoder().encodeToString(bytes.array());
  }
}
