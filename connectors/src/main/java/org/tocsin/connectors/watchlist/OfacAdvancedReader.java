package org.tocsin.connectors.watchlist;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * OFAC's advanced XML ({@code SDN_ADVANCED.XML}). Every {@code DistinctParty} gives its names with
 * quality and script, and its wallets; its programmes stand in a {@code SanctionsEntry} behind all
 * parties and are told there. Ids are resolved by the labels of the reference sets at the head of
 * the file, for the ids change. One party is in memory at a time, and for each the ids of its
 * profiles.
 */
public final class OfacAdvancedReader implements ListReader {

  @Override
  public void read(InputStream in, Consumer<ListItem> sink) throws IOException {
    try {
      XMLStreamReader xml = Xml.open(in);
      Labels labels = new Labels();
      Map<String, String> parties = new HashMap<>();
      boolean known = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "FeatureType",
              "AliasType",
              "PartySubType",
              "PartyType",
              "Script",
              "NamePartType",
              "SanctionsType" ->
              labels.read(xml);
          case "DistinctParties" -> known = true;
          case "DistinctParty" -> new OfacParty(xml, labels).read(parties).tell(sink);
          case "SanctionsEntry" -> new OfacEntry(xml, labels).read().tell(parties, sink);
          default -> {}
        }
      }
      if (!known) {
        throw new IOException("not OFAC's advanced list: expected <DistinctParties>");
      }
    } catch (XMLStreamException e) {
      throw Xml.unreadable("not OFAC's advanced list", e);
    }
  }

  /** What the ids of the reference sets mean. */
  static final class Labels {
    private final Map<String, String> byId = new HashMap<>();

    /** Reads the element at hand. A person's sub-type says nothing: its type does. */
    private void read(XMLStreamReader xml) throws XMLStreamException {
      String element = xml.getLocalName();
      String id = attribute(xml, "ID");
      String type = of("PartyType", attribute(xml, "PartyTypeID"));
      byId.put(element + " " + id, (xml.getElementText().strip() + " " + type).strip());
    }

    /** The label of an id; empty for one that the file does not explain. */
    String of(String element, String id) {
      return byId.getOrDefault(element + " " + id, "");
    }
  }

  static String attribute(XMLStreamReader xml, String name) {
    return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
  }
}
