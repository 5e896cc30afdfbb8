package org.tocsin.lexicons.observable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By vectors of zcash/zcash-test-vectors, which ZIP-316 refers to. */
class UnifiedAddressTest {
  private static final String SAPLING =
      "u1l8xunezsvhq8fgzfl7404m450nwnd76zshscn6nfys7vyz2ywyh4cc5daaq0c7q2su5lqfh23sp7fkf3kt27ve5948mzpfdvckzaect2jtte308mkwlycj2u0eac077wu70vqcetkxf";
  private static final String ORCHARD =
      "u1jttnjvd97hja2fvajcgfmu6w2mcffuzlgfmvepjy8qdhkjmv4pf90dqgzcse23t95yvxaaysh8fu0d6wwjw2x7pxvzgx5zhxfn2j33mgspxlxysdhqafush2awsz4huts5mqz7mffzl09697my7dgl7c48eggfe072aj2u8jd7ktl0vzf36j65cye9ff0erc5n2mgqkjygwnq004a3y";

  /** The first vector of {@code f4jumble.json}. */
  @Test
  void unjumble_vector_isTheMessage() {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "0304d029141b995da5387c125970673504d6c764d91ea6c082123770c7139ccd"
                    + "88ee27368cd0c0921a0444c8e5858d22");
    UnifiedAddress.unjumble(bytes);
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "5d7a8f739a2d9e945b0ce152a8049e294c4d6e66b164939daffa2ef6ee692148"
                + "1cdd86b3cc4318d9614fc820905d042b");
  }

  /** Of {@code unified_address.json}: with a Sapling receiver, and with an Orchard one, too. */
  @ParameterizedTest
  @ValueSource(strings = {SAPLING, ORCHARD})
  void extract_vector_isFound(String address) {
    assertThat(Finds.named("to " + address)).containsExactly("zec " + address);
  }

  /** The first vector with one bit of its data turned and the checksum made anew. */
  @Test
  void extract_checksumWithoutPadding_isNone() {
    String address =
        "u1l8xunczsvhq8fgzfl7404m450nwnd76zshscn6nfys7vyz2ywyh4cc5daaq0c7q2su5lqfh23sp7fkf3kt27ve5948mzpfdvckzaect2jtte308mkwlycj2u0eac077wu70vquvgm80";
    assertThat(Finds.named("to " + address)).isEmpty();
  }
}
