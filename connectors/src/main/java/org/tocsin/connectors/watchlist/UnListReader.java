package org.tocsin.connectors.watchlist;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The UN Security Council Consolidated List as XML. Every {@code INDIVIDUAL} and {@code ENTITY}
 * gives its primary name, its name in the original script and its aliases; an alias element without
 * a name is told as unusable. One entry is in memory at a time.
 */
public final class UnListReader implements ListReader {
  private static final List<String> NAME_PARTS =
      List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME");

  @Override
  public void read(InputStream in, Consumer<ListItem> sink) throws IOException {
    try {
      XMLStreamReader xml = Xml.open(in);
      boolean known = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "CONSOLIDATED_LIST" -> known = true;
          case "INDIVIDUAL" -> new Entry(xml, ListedName.Kind.INDIVIDUAL).read().tell(sink);
          case "ENTITY" -> new Entry(xml, ListedName.Kind.ENTITY).read().tell(sink);
          default -> {}
        }
      }
      if (!known) {
        throw new IOException("not a UN list: expected a <CONSOLIDATED_LIST>");
      }
    } catch (XMLStreamException e) {
      throw Xml.unreadable("not a UN list", e);
    }
  }

  /** An alias as it stands. */
  private record Alias(long line, String quality, String name) {}

  /** One person or organisation of the list. */
  private static final class Entry {
    private final XMLStreamReader xml;
    private final ListedName.Kind kind;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final long line;

    Entry(XMLStreamReader xml, ListedName.Kind kind) {
      this.xml = xml;
      this.kind = kind;
      line = xml.getLocation().getLineNumber();
    }

    /** Reads up to the end of the element. */
    Entry read() throws XMLStreamException {
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("INDIVIDUAL_ALIAS") || name.equals("ENTITY_ALIAS")) {
          alias();
        } else {
          String text = text();
          fields.putIfAbsent(name, text);
        }
      }
      return this;
    }

    private void alias() throws XMLStreamException {
      long at = xml.getLocation().getLineNumber();
      String quality = "";
      String name = "";
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        String field = xml.getLocalName();
        String text = text();
        if (field.equals("QUALITY")) {
          quality = text;
        } else if (field.equals("ALIAS_NAME")) {
          name = text;
        }
      }
      aliases.add(new Alias(at, quality, name));
    }

    /** The text of an element that has no others; nothing for one that has. */
    private String text() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      int depth = 1;
      while (depth > 0) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (depth == 1) {
              text.append(xml.getText());
            }
          }
          default -> {}
        }
      }
      return text.toString().strip();
    }

    void tell(Consumer<ListItem> sink) {
      String programme = fields.getOrDefault("UN_LIST_TYPE", "");
      ListedName.Holder holder =
          new ListedName.Holder(
              fields.getOrDefault("REFERENCE_NUMBER", "").strip(),
              kind,
              programme.isEmpty() ? List.of() : List.of(programme));
      String primary =
          NAME_PARTS.stream()
              .flatMap(part -> Stream.ofNullable(fields.get(part)))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      tell(primary, line, holder, ListedName.Form.PRIMARY, true, sink);
      String original = fields.get("NAME_ORIGINAL_SCRIPT");
      if (original != null) {
        tell(original, line, holder, ListedName.Form.ORIGINAL_SCRIPT, true, sink);
      }
      for (Alias alias : aliases) {
        String quality = alias.quality().toLowerCase(Locale.ROOT);
        tell(
            alias.name(),
            alias.line(),
            holder,
            quality.startsWith("f.k.a") ? ListedName.Form.FORMER : ListedName.Form.ALIAS,
            !quality.equals("low"),
            sink);
      }
    }

    private static void tell(
        String name,
        long line,
        ListedName.Holder holder,
        ListedName.Form form,
        boolean sure,
        Consumer<ListItem> sink) {
      if (!Names.tell(name, line, holder, form, sure, sink)) {
        sink.accept(
            new Unusable(line, "empty %s of %s".formatted(label(form), holder.reference())));
      }
    }

    private static String label(ListedName.Form form) {
      return form.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " name";
    }
  }
}
