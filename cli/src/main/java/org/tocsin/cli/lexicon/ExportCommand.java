package org.tocsin.cli.lexicon;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.pack.Entry;
import org.tocsin.lexicons.pack.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes entries as a table. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes all entries as CSV to standard output, one row each; lists are joined by ' | '.",
      "A cell that a spreadsheet would take for a formula begins with an apostrophe."
    })
public final class ExportCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "match",
          "query",
          "category",
          "languages",
          "mode",
          "suffixes",
          "evasions",
          "severity",
          "weight",
          "status",
          "meaning",
          "benign",
          "unless",
          "needs",
          "exceptions",
          "target_group",
          "source",
          "added",
          "review_by");

  @Mixin private PackFolder packs = new PackFolder();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CsvSchema.Builder schema = CsvSchema.builder().addColumn("pack").addColumn("licence");
    COLUMNS.forEach(schema::addColumn);
    StringWriter text = new StringWriter();
    try (JsonGenerator csv = new CsvFactory().createGenerator(text)) {
      csv.setSchema(schema.setUseHeader(true).build());
      for (Pack pack : packs.packs()) {
        for (Entry entry : pack.entries()) {
          row(csv, pack, entry);
        }
      }
    } catch (IOException e) {
      throw new CommandFailedException("cannot write the table: " + e.getMessage());
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(text);
    out.flush();
    return 0;
  }

  private static void row(JsonGenerator csv, Pack pack, Entry entry) throws IOException {
    Map<String, Object> values = Entries.values(entry);
    csv.writeStartObject();
    csv.writeStringField("pack", pack.name());
    csv.writeStringField("licence", pack.licence());
    for (String column : COLUMNS) {
      csv.writeStringField(column, cell(values.getOrDefault(column, "")));
    }
    csv.writeEndObject();
  }

  private static String cell(Object value) {
    String text =
        value instanceof Collection<?> items
            ? items.stream().map(String::valueOf).collect(Collectors.joining(" | "))
            : value.toString();
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
