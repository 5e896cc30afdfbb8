package org.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private final Pseudonyms pseudonyms =
      new Pseudonyms("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

  @Test
  void of_sameAccount_isStableAndHidesIt() {
    assertThat(pseudonyms.of("x", "someone"))
        .isEqualTo(pseudonyms.of("x", "someone"))
        .matches("[0-9a-f]{32}")
        .doesNotContain("someone");
  }

  @Test
  void of_otherPlatformOrBoundary_differs() {
    assertThat(pseudonyms.of("x", "ab")).isNotEqualTo(pseudonyms.of("y", "ab"));
    assertThat(pseudonyms.of("x", "ab")).isNotEqualTo(pseudonyms.of("xa", "b"));
  }

  @Test
  void of_otherKey_differs() {
    assertThat(new Pseudonyms(new byte[16]).of("x", "someone"))
        .isNotEqualTo(pseudonyms.of("x", "someone"));
  }

  @Test
  void shortKey_isRefusedWithItsLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pseudonyms(new byte[3]))
        .withMessageContaining("at least 16 bytes; this one has 3");
  }

  @Test
  void sha256_fipsExample() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
