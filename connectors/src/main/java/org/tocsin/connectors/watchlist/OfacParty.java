package org.tocsin.connectors.watchlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One {@code DistinctParty} of OFAC's advanced XML. */
final class OfacParty {
  private static final String WALLET = "Digital Currency Address - ";
  private static final String LAST = "last name";

  private final XMLStreamReader xml;
  private final OfacAdvancedReader.Labels labels;
  private final String reference;
  private final List<Name> names = new ArrayList<>();
  private final Map<String, String> partTypes = new HashMap<>();
  private final List<Wallet> wallets = new ArrayList<>();
  private ListedName.Kind kind = ListedName.Kind.OTHER;
  private ListedName.Form form = ListedName.Form.ALIAS;
  private boolean sure = true;
  private String feature = "";

  private record Part(String group, String text) {}

  private record Name(
      long line, ListedName.Form form, boolean sure, List<Part> parts, List<String> scripts) {}

  private record Wallet(long line, String label, String value) {}

  OfacParty(XMLStreamReader xml, OfacAdvancedReader.Labels labels) {
    this.xml = xml;
    this.labels = labels;
    reference = attribute("FixedRef");
  }

  /**
   * Reads up to the end of the element.
   *
   * @param parties references of the parties by their profiles; this one's are added
   */
  OfacParty read(Map<String, String> parties) throws XMLStreamException {
    int event = xml.next();
    while (!(event == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals("DistinctParty"))) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml.getLocalName(), parties);
      }
      event = xml.next();
    }
    return this;
  }

  private void start(String element, Map<String, String> parties) throws XMLStreamException {
    switch (element) {
      case "Profile" -> {
        kind = kind(labels.of("PartySubType", attribute("PartySubTypeID")));
        parties.put(attribute("ID"), reference);
      }
      case "Alias" -> {
        sure = !attribute("LowQuality").equals("true");
        String type = labels.of("AliasType", attribute("AliasTypeID")).toLowerCase(Locale.ROOT);
        form =
            attribute("Primary").equals("true")
                ? ListedName.Form.PRIMARY
                : type.startsWith("f.k.a") ? ListedName.Form.FORMER : ListedName.Form.ALIAS;
      }
      case "DocumentedName" ->
          names.add(new Name(line(), form, sure, new ArrayList<>(), new ArrayList<>()));
      case "NamePartValue" -> {
        Name name = names.get(names.size() - 1);
        name.scripts().add(labels.of("Script", attribute("ScriptID")));
        name.parts().add(new Part(attribute("NamePartGroupID"), xml.getElementText().strip()));
      }
      case "NamePartGroup" ->
          partTypes.put(
              attribute("ID"),
              labels.of("NamePartType", attribute("NamePartTypeID")).toLowerCase(Locale.ROOT));
      case "Feature" -> feature = labels.of("FeatureType", attribute("FeatureTypeID"));
      case "VersionDetail" -> {
        if (feature.startsWith(WALLET)) {
          String label = feature.substring(WALLET.length()).strip();
          wallets.add(new Wallet(line(), label, xml.getElementText().strip()));
        }
      }
      default -> {}
    }
  }

  void tell(Consumer<ListItem> sink) {
    ListedName.Holder holder = new ListedName.Holder(reference, kind, List.of());
    for (Name name : names) {
      String text = spoken(name.parts());
      boolean original =
          name.scripts().stream().anyMatch(script -> !script.isEmpty() && !script.equals("Latin"));
      sink.accept(
          text.isEmpty()
              ? new Unusable(name.line(), "empty name of " + reference)
              : new ListedName(
                  name.line(),
                  holder,
                  original ? ListedName.Form.ORIGINAL_SCRIPT : name.form(),
                  name.sure(),
                  text));
    }
    for (Wallet wallet : wallets) {
      sink.accept(
          wallet.value().isEmpty()
              ? new Unusable(
                  wallet.line(), "empty %s address of %s".formatted(wallet.label(), reference))
              : new ListedIdentifier(wallet.line(), holder, wallet.label(), wallet.value()));
    }
  }

  /** As people say it: the list has the last name first. */
  private String spoken(List<Part> parts) {
    return Stream.concat(
            parts.stream().filter(part -> !isLast(part)), parts.stream().filter(this::isLast))
        .map(Part::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private boolean isLast(Part part) {
    return partTypes.getOrDefault(part.group(), "").equals(LAST);
  }

  private String attribute(String name) {
    return OfacAdvancedReader.attribute(xml, name);
  }

  private long line() {
    return xml.getLocation().getLineNumber();
  }

  private static ListedName.Kind kind(String label) {
    return Stream.of(ListedName.Kind.values())
        .filter(kind -> label.toUpperCase(Locale.ROOT).contains(kind.name()))
        .findFirst()
        .orElse(ListedName.Kind.OTHER);
  }
}
