package org.tocsin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {
  private static final byte[] BYTES = "a key of 19 letters".getBytes(StandardCharsets.UTF_8);

  @Test
  void constructor_tooShort_isRefusedWithBothLengths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PseudonymKey(new byte[15]))
        .withMessage("a pseudonym key has at least 16 bytes; this one has 15");
  }

  @Test
  void constructor_shortest_isTaken() {
    assertThat(new PseudonymKey(new byte[16]).pseudonyms().of("x", "name")).hasSize(32);
  }

  @Test
  void constructor_arrayChangedAfterwards_keepsTheKey() {
    byte[] bytes = BYTES.clone();
    PseudonymKey key = new PseudonymKey(bytes);
    bytes[0]++;

    assertThat(key.pseudonyms().of("x", "name"))
        .isEqualTo(new Pseudonyms(BYTES).of("x", "name"))
        .isNotEqualTo(new Pseudonyms(bytes).of("x", "name"));
  }

  @Test
  void toString_always_hides() {
    assertThat(new PseudonymKey(BYTES)).hasToString("PseudonymKey (hidden)");
  }

  @Test
  void read_file_takesEveryByte(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("key"), BYTES);

    assertThat(PseudonymKey.read(file).pseudonyms().of("x", "name"))
        .isEqualTo(new Pseudonyms(BYTES).of("x", "name"));
  }

  @Test
  void read_noFile_namesIt(@TempDir Path folder) {
    Assertions.assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> PseudonymKey.read(folder.resolve("no-key")))
        .withMessageContaining("no-key");
  }

  @Test
  void serialised_andBack_givesTheSamePseudonyms() throws Exception {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
      out.writeObject(new PseudonymKey(BYTES));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
      PseudonymKey back = (PseudonymKey) in.readObject();
      assertThat(back.pseudonyms().of("x", "name"))
          .isEqualTo(new Pseudonyms(BYTES).of("x", "name"));
    }
  }
}
