package org.tocsin.cli.watchlist;

import org.tocsin.connectors.watchlist.FtmReader;
import org.tocsin.connectors.watchlist.ListReader;
import org.tocsin.connectors.watchlist.OfacAdvancedReader;
import org.tocsin.connectors.watchlist.OfacReader;
import org.tocsin.connectors.watchlist.OpenSanctionsReader;
import org.tocsin.connectors.watchlist.PhraseListReader;
import org.tocsin.connectors.watchlist.UnListReader;

/** The lists that can be imported. */
enum ImportFormat {
  UN("un", "un", "UN Security Council Consolidated List"),
  OFAC_SDN("ofac-sdn", "ofac", "OFAC Specially Designated Nationals list"),
  OFAC_ADVANCED("ofac-advanced", "ofac", "OFAC Specially Designated Nationals list"),
  OPENSANCTIONS("opensanctions", "opensanctions", "OpenSanctions"),
  FTM("ftm", "opensanctions", "OpenSanctions"),
  /** One address or account a line: the file's name says which list it is. */
  PLAIN("plain", "", "");

  private final String label;
  private final String list;
  private final String title;

  ImportFormat(String label, String list, String title) {
    this.label = label;
    this.list = list;
    this.title = title;
  }

  /** What references of its items begin with; empty when only the file can tell. */
  String list() {
    return list;
  }

  /** Empty when only the file can tell. */
  String title() {
    return title;
  }

  ListReader reader() {
    return switch (this) {
      case UN -> new UnListReader();
      case OFAC_SDN -> new OfacReader();
      case OFAC_ADVANCED -> new OfacAdvancedReader();
      case OPENSANCTIONS -> new OpenSanctionsReader();
      case FTM -> new FtmReader();
      case PLAIN -> new PhraseListReader();
    };
  }

  /** As it is given on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
