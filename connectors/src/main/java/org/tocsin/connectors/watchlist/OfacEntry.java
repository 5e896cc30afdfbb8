package org.tocsin.connectors.watchlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One {@code SanctionsEntry} of OFAC's advanced XML: a profile and its {@code SanctionsMeasure}s,
 * of which those of the type {@code Program} say a programme in their comment.
 */
final class OfacEntry {
  private static final String PROGRAMME = "program";

  private final XMLStreamReader xml;
  private final OfacAdvancedReader.Labels labels;
  private final long line;
  private final String profile;
  private final List<String> programmes = new ArrayList<>();

  OfacEntry(XMLStreamReader xml, OfacAdvancedReader.Labels labels) {
    this.xml = xml;
    this.labels = labels;
    line = xml.getLocation().getLineNumber();
    profile = OfacAdvancedReader.attribute(xml, "ProfileID");
  }

  /** Reads up to the end of the element. */
  OfacEntry read() throws XMLStreamException {
    boolean programme = false;
    int event = xml.next();
    while (!(event == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals("SanctionsEntry"))) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "SanctionsMeasure" ->
              programme =
                  labels
                      .of("SanctionsType", OfacAdvancedReader.attribute(xml, "SanctionsTypeID"))
                      .equalsIgnoreCase(PROGRAMME);
          case "Comment" -> comment(programme);
          // Events and supporting information have comments, too.
          case "EntryEvent", "SupportingInfo" -> programme = false;
          default -> {}
        }
      }
      event = xml.next();
    }
    return this;
  }

  private void comment(boolean programme) throws XMLStreamException {
    String text = xml.getElementText().strip();
    if (programme && !text.isEmpty() && !programmes.contains(text)) {
      programmes.add(text);
    }
  }

  /**
   * Tells the programmes, if there are any.
   *
   * @param parties references of the parties by their profiles
   */
  void tell(Map<String, String> parties, Consumer<ListItem> sink) {
    String party = parties.get(profile);
    if (party == null) {
      sink.accept(
          new Unusable(line, "entry of %s, whom the list does not name".formatted(profile)));
    } else if (!programmes.isEmpty()) {
      sink.accept(new ListedProgrammes(line, party, programmes));
    }
  }
}
