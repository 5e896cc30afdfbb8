package org.tocsin.cli.observables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as lists publish them, and what their shape alone says they are: the truth that the
 * extractor is held to, so it shares no code with it.
 */
final class KnownAddresses {
  /** The first shape that fits counts. */
  private static final Map<String, Pattern> SHAPES = shapes();

  private static final Map<String, String> LABELS =
      Map.of("XBT", "btc", "ETH", "eth", "LTC", "ltc", "TRX", "tron", "XMR", "xmr");

  private final List<Known> known = new ArrayList<>();
  private final List<String> oddRows = new ArrayList<>();
  private int rows;

  /** An address and the kind that its shape says. */
  record Known(String address, String kind) {}

  /** Reads every {@code *.txt} file of a folder; {@code ofac_XBT.txt} is labelled XBT. */
  static KnownAddresses read(Path folder) throws IOException {
    KnownAddresses all = new KnownAddresses();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString();
        String label = name.substring(name.lastIndexOf('_') + 1, name.length() - 4);
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            all.add(label.toUpperCase(Locale.ROOT), line.strip());
          }
        }
      }
    }
    return all;
  }

  private void add(String label, String address) {
    rows++;
    String kind = kind(address);
    String labelled = LABELS.get(label);
    if (kind == null) {
      oddRows.add(label + " " + address + ": no address");
      return;
    }
    if (labelled != null && !labelled.equals(kind)) {
      oddRows.add(label + " " + address + ": has the form of " + kind);
    }
    known.add(new Known(address, kind));
  }

  int rows() {
    return rows;
  }

  List<Known> known() {
    return known;
  }

  /** Rows that are not what their label says. */
  List<String> oddRows() {
    return oddRows;
  }

  static @Nullable String kind(String address) {
    for (Map.Entry<String, Pattern> shape : SHAPES.entrySet()) {
      if (shape.getValue().matcher(address).matches()) {
        return shape.getKey();
      }
    }
    return null;
  }

  private static Map<String, Pattern> shapes() {
    Map<String, Pattern> shapes = new TreeMap<>();
    shapes.put("btc", Pattern.compile("[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[0-9a-z]{11,87}"));
    shapes.put("eth", Pattern.compile("0[xX][0-9a-fA-F]{40}"));
    shapes.put("ltc", Pattern.compile("[LM][1-9A-HJ-NP-Za-km-z]{32,33}|ltc1[0-9a-z]{11,87}"));
    shapes.put("tron", Pattern.compile("T[1-9A-HJ-NP-Za-km-z]{33}"));
    shapes.put("xmr", Pattern.compile("[48][1-9A-HJ-NP-Za-km-z]{94}|4[1-9A-HJ-NP-Za-km-z]{105}"));
    return shapes;
  }
}
