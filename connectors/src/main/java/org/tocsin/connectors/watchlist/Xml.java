package org.tocsin.connectors.watchlist;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of others, read as it streams: nothing in it may reach for files or the network. */
final class Xml {
  private Xml() {}

  /** A reader that does not close its input; document types and external entities are off. */
  static XMLStreamReader open(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new Unclosed(in));
  }

  /** What is wrong and where, on one line. */
  static IOException unreadable(String what, XMLStreamException e) {
    String why =
        String.valueOf(e.getMessage())
            .lines()
            .map(line -> line.replaceFirst("^Message: ", ""))
            .filter(line -> !line.startsWith("ParseError"))
            .findFirst()
            .orElse("not XML");
    return new IOException(
        "%s, line %d: %s"
            .formatted(what, e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), why),
        e);
  }

  /** The JDK's reader closes its input at the end of the document. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The caller's to close.
    }
  }
}
