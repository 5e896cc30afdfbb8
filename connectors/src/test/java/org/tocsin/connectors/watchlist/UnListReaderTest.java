package org.tocsin.connectors.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnListReaderTest {
  private static final String ENTITY =
      """
      <ENTITY>
      <FIRST_NAME>RED
       HARBOUR FRONT</FIRST_NAME><UN_LIST_TYPE>Harbours</UN_LIST_TYPE>
      <REFERENCE_NUMBER>HBe.001 </REFERENCE_NUMBER>
      <NAME_ORIGINAL_SCRIPT>جبهة الميناء</NAME_ORIGINAL_SCRIPT>
      <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Harbour; Dock Front</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Harbour Men (HM; رجال)</ALIAS_NAME></ENTITY_ALIAS>
      </ENTITY>
      """;
  private static final String INDIVIDUAL =
      "<INDIVIDUAL><FIRST_NAME>Ann</FIRST_NAME><SECOND_NAME>Dock</SECOND_NAME><FOURTH_NAME>Lake</FOURTH_NAME>"
          + "<REFERENCE_NUMBER>HBi.2</REFERENCE_NUMBER><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY>"
          + "<ALIAS_NAME>Annie</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>";

  @Test
  void read_entries_tellsEveryNameAndEveryEmptyPlace() throws IOException {
    assertThat(Items.of(new UnListReader(), list(ENTITY + INDIVIDUAL)))
        .containsExactly(
            "2 HBe.001 PRIMARY ENTITY [Harbours] RED HARBOUR FRONT",
            "2 HBe.001 ORIGINAL_SCRIPT ENTITY [Harbours] جبهة الميناء",
            "8 HBe.001 FORMER ENTITY [Harbours] Harbour",
            "8 HBe.001 FORMER ENTITY [Harbours] Dock Front",
            "9 unusable: empty alias name of HBe.001",
            "10 HBe.001 ALIAS ENTITY [Harbours] Harbour Men",
            "10 HBe.001 ALIAS? ENTITY [Harbours] HM",
            "10 HBe.001 ORIGINAL_SCRIPT ENTITY [Harbours] رجال",
            "12 HBi.2 PRIMARY INDIVIDUAL [] Ann Dock Lake",
            "12 HBi.2 ALIAS? INDIVIDUAL [] Annie");
  }

  @Test
  void read_externalEntity_isNotFetched() {
    String text =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + list("<ENTITY><FIRST_NAME>a &e; b</FIRST_NAME></ENTITY>");
    assertThatThrownBy(() -> Items.of(new UnListReader(), text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not declared");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<other/>                                      | expected a <CONSOLIDATED_LIST>",
        "<CONSOLIDATED_LIST><ENTITY></CONSOLIDATED_LIST> | line 1",
        "id,name                                       | not a UN list, line 1",
        "''                                            | not a UN list",
      })
  void read_notTheList_saysSo(String text, String said) {
    assertThatThrownBy(() -> Items.of(new UnListReader(), text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(said);
  }

  @Test
  void read_endOfList_leavesTheStreamOpen() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream in =
        new java.io.FilterInputStream(Items.stream(list(INDIVIDUAL))) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    new UnListReader().read(in, item -> {});
    assertThat(closed[0]).isFalse();
  }

  private static String list(String entries) {
    return "<CONSOLIDATED_LIST><ENTITIES>\n" + entries + "</ENTITIES></CONSOLIDATED_LIST>";
  }
}
