package org.tocsin.cli.observables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.cli.Tocsin;
import org.tocsin.jobs.options.CommandRunner;
import org.tocsin.lexicons.observable.ObservableExtractor;
import picocli.CommandLine;

class ObservablesCommandTest {
  private static final String TRON = "TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE";
  private static final String SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
  private static final String EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  @TempDir private Path dir = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = CommandRunner.prepare(new CommandLine(new Tocsin()));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(args);
  }

  @Test
  void find_text_showsKindValueSpanAndDefangsLinks() {
    assertThat(run("observables", "find", "USDT " + TRON + " at https://example.org/a")).isZero();
    assertThat(out.toString())
        .contains("tron " + TRON + " (usdt) at 5 to 39, checksum holds")
        .contains("url hxxps://example[.]org/a at 43 to 64");
  }

  @Test
  void find_nothing_saysSo() {
    assertThat(run("observables", "find", "good morning")).isZero();
    assertThat(out.toString()).isEqualTo("Nothing found." + System.lineSeparator());
  }

  @Test
  void evaluate_listedAddressesInPosts_printsSharesAndOddRows() throws IOException {
    Path lists = Files.createDirectory(dir.resolve("lists"));
    Files.writeString(lists.resolve("list_XBT.txt"), SEGWIT + "\n" + TRON + "\n");
    Files.writeString(lists.resolve("list_ETH.txt"), EVM + "\n123456\n");
    Path posts = dir.resolve("posts.csv");
    Files.writeString(posts, "id,tweet\n1,good morning to all\n2,water rises at the bridge\n");

    assertThat(run("observables", "evaluate", "--addresses", lists.toString(), posts.toString()))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("4 rows, 3 addresses")
        .contains("odd: XBT " + TRON + ": has the form of tron")
        .contains("odd: ETH 123456: no address")
        .containsPattern("alone +3 +3 +1\\.00000")
        .containsPattern("in groups of four +3 +3 +1\\.00000")
        .contains("checksum broken: 10,000 planted, 0 accepted")
        .contains("plain posts: 2, found {}");
  }

  @Test
  void evaluate_missingFolder_isAMistakeOfTheCommandLine() {
    assertThat(run("observables", "evaluate", "--addresses", "no-such", "posts.csv")).isEqualTo(2);
    assertThat(err.toString()).contains("--addresses no-such: there is no such folder");
  }

  @Test
  void broken_address_differsInOneCharacterAndKeepsItsForm() {
    Breaker breaker = new Breaker();
    for (String address : List.of(TRON, SEGWIT, EVM)) {
      String broken = breaker.broken(address);
      assertThat(broken).hasSameSizeAs(address).isNotEqualTo(address);
      assertThat(KnownAddresses.kind(broken)).isEqualTo(KnownAddresses.kind(address));
      assertThat(new ObservableExtractor().extract(broken, 9)).isEmpty();
    }
    assertThat(Breaker.hasChecksum(EVM.toLowerCase(java.util.Locale.ROOT))).isFalse();
  }

  @Test
  void plant_anyFrame_standsWhereItSays() {
    Planter planter = new Planter(List.of("good morning", "alone", ""));
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      var frame = Planter.frames().get(random.nextInt(Planter.frames().size()));
      var planted = planter.plant(TRON, frame);
      assertThat(planted.text().substring(planted.start(), planted.end()))
          .isEqualTo(frame.write().apply(TRON));
    }
  }
}
