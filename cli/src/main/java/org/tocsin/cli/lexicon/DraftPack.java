package org.tocsin.cli.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.jobs.options.CommandFailedException;
import org.tocsin.lexicons.pack.PackWriter;

/**
 * A new pack of drafts in a folder.
 *
 * @param folder its folder, whose name is its id
 * @param title of the list
 * @param languages of all entries
 * @param category of all entries
 * @param owner who answers for it
 * @param licence of the list
 * @param names whether the entries are names of listed holders
 * @param origins the files that it was made from, with their digests
 * @param day of the import
 */
record DraftPack(
    Path folder,
    String title,
    List<String> languages,
    String category,
    String owner,
    String licence,
    boolean names,
    List<ListFile.Origin> origins,
    LocalDate day) {
  private static final int MONTHS_TO_REVIEW = 6;
  private static final int SHORT_DIGEST = 12;
  private static final String NAMES_NOTE =
      """
      # Names of listed holders. News and courts use them as often as followers do: give an entry 'needs' (praise,
      # an invitation, an appeal for money) or 'unless' before it leaves draft. Retire what is a common word.
      """;
  private static final String WORDS_NOTE =
      """
      # Words of a published list. A bare word is weak: prefer a query that composes it, and give it its benign senses.
      """;

  DraftPack {
    languages = List.copyOf(languages);
    origins = List.copyOf(origins);
  }

  /** The pack's files must not be there yet. */
  void write(ImportedItems items) {
    try {
      Files.createDirectories(folder);
      create("pack.yaml", PackWriter.mapping(head()));
      create(
          "entries.yaml",
          (names ? NAMES_NOTE : WORDS_NOTE) + PackWriter.list("entries", entries(items.drafts())));
      create(
          "not-imported.txt",
          items.refused().stream().map(refused -> refused + "\n").collect(Collectors.joining()));
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot make a new pack in %s: %s".formatted(folder, e.getMessage()));
    }
  }

  private void create(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE_NEW);
  }

  private Map<String, Object> head() {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("id", String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
    head.put("version", "1");
    head.put("title", "Imported: " + title);
    head.put("languages", languages);
    head.put("owner", owner);
    head.put("licence", licence);
    head.put(
        "sources",
        origins.stream()
            .map(
                origin ->
                    "%s: %s, SHA-256 %s, read %s"
                        .formatted(title, origin.file(), origin.sha256(), day))
            .toList());
    head.put("review_by", day.plusMonths(MONTHS_TO_REVIEW).toString());
    return head;
  }

  private List<Map<String, Object>> entries(List<ImportedItems.Draft> drafts) {
    Set<String> ids = new HashSet<>();
    List<Map<String, Object>> entries = new ArrayList<>();
    for (ImportedItems.Draft draft : drafts) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", id(draft.id(), ids));
      entry.put("match", draft.match().size() == 1 ? draft.match().get(0) : draft.match());
      entry.put("category", category);
      entry.put("status", "draft");
      if (names) {
        entry.put("severity", "P3");
        // A list of names is a list of exact names; more is for the keeper to switch on.
        entry.put("evasions", List.of("diacritics"));
        entry.put("benign", List.of("news, research and court reports that name it"));
      }
      entry.put(
          "meaning", draft.meaning().isEmpty() ? "Imported, not yet reviewed." : draft.meaning());
      entry.put("source", source(draft));
      entry.put("added", day.toString());
      entry.put("review_by", day.plusMonths(MONTHS_TO_REVIEW).toString());
      entries.add(entry);
    }
    return entries;
  }

  private String source(ImportedItems.Draft draft) {
    ListFile.Origin origin = origins.get(0);
    return "%s, %s; %s, SHA-256 %s..., read %s"
        .formatted(
            title, draft.id(), origin.file(), origin.sha256().substring(0, SHORT_DIGEST), day);
  }

  /** An id that the pack does not have yet. */
  private static String id(String listed, Set<String> ids) {
    String base =
        listed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.+|\\.+$", "");
    base = base.isEmpty() ? "entry" : base;
    String id = base;
    for (int i = 2; !ids.add(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }
}
