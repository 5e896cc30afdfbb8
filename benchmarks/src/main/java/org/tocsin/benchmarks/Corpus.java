package org.tocsin.benchmarks;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Public posts, drawn again and again with a fixed seed to as many as a run needs. */
public final class Corpus {
  private Corpus() {}

  /**
   * Reads the posts of all CSV files below a folder.
   *
   * @param data a folder with {@code crisislex/*.csv} and {@code labelled/*.csv}
   * @param posts how many to draw
   * @throws IllegalArgumentException when the folder holds no posts
   */
  public static List<String> read(Path data, int posts) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("crisislex", "labelled")) {
      Path dir = data.resolve(folder);
      if (!Files.isDirectory(dir)) {
        throw new IllegalArgumentException(
            "no folder " + dir + ": give the folder that holds crisislex/ and labelled/");
      }
      try (Stream<Path> files = Files.list(dir)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
          read(file, folder.equals("labelled") ? 6 : 1, texts);
        }
      }
    }
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("no posts below " + data);
    }
    Random random = new Random(17);
    List<String> drawn = new ArrayList<>(posts);
    for (int i = 0; i < posts; i++) {
      // A string of its own, as every post of a stream is: shared ones would lie anywhere in
      // memory.
      drawn.add(new String(texts.get(random.nextInt(texts.size())).toCharArray()));
    }
    return drawn;
  }

  private static void read(Path file, int column, List<String> texts) throws IOException {
    try (MappingIterator<List<String>> rows =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(file.toFile())) {
      rows.forEachRemaining(
          row -> {
            if (row.size() > column) {
              texts.add(row.get(column));
            }
          });
    }
  }
}
