package org.tocsin.connectors.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file's shape is OFAC's; holders and addresses are made up. */
class OfacAdvancedReaderTest {
  private static final String HEAD =
      """
      <Sanctions xmlns="https://example.org/ADVANCED_XML">
      <ReferenceValueSets>
      <AliasTypeValues><AliasType ID="7">F.K.A.</AliasType><AliasType ID="8">A.K.A.</AliasType></AliasTypeValues>
      <FeatureTypeValues><FeatureType ID="77" FeatureTypeGroupID="1">Digital Currency Address - XBT</FeatureType>
      <FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType></FeatureTypeValues>
      <NamePartTypeValues><NamePartType ID="1">Last Name</NamePartType><NamePartType ID="2">First Name</NamePartType></NamePartTypeValues>
      <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
      <PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType></PartySubTypeValues>
      <ScriptValues><Script ID="215" ScriptCode="Latn">Latin</Script><Script ID="220" ScriptCode="Cyrl">Cyrillic</Script></ScriptValues>
      <SanctionsTypeValues><SanctionsType ID="1705">Block</SanctionsType><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
      </ReferenceValueSets><DistinctParties>
      """;
  private static final String TAIL = "</DistinctParties></Sanctions>";

  @Test
  void read_person_saysTheLastNameLastAndKnowsScriptAndQuality() throws IOException {
    String person =
        """
        <DistinctParty FixedRef="901"><Profile ID="901" PartySubTypeID="4"><Identity Primary="true">
        <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName>
        <DocumentedNamePart><NamePartValue NamePartGroupID="5" ScriptID="215">Lakeside</NamePartValue></DocumentedNamePart>
        <DocumentedNamePart><NamePartValue NamePartGroupID="6" ScriptID="215">Ann Dock</NamePartValue></DocumentedNamePart>
        </DocumentedName><DocumentedName>
        <DocumentedNamePart><NamePartValue NamePartGroupID="5" ScriptID="220">Лейксайд</NamePartValue></DocumentedNamePart>
        </DocumentedName></Alias>
        <Alias AliasTypeID="8" Primary="false" LowQuality="true"><DocumentedName>
        <DocumentedNamePart><NamePartValue NamePartGroupID="6" ScriptID="215">Annie</NamePartValue></DocumentedNamePart>
        </DocumentedName></Alias>
        <Alias AliasTypeID="7" Primary="false" LowQuality="false"><DocumentedName>
        <DocumentedNamePart><NamePartValue NamePartGroupID="6" ScriptID="215"/></DocumentedNamePart>
        </DocumentedName></Alias>
        <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="5" NamePartTypeID="1"/></MasterNamePartGroup>
        <MasterNamePartGroup><NamePartGroup ID="6" NamePartTypeID="2"/></MasterNamePartGroup></NamePartGroups>
        </Identity></Profile></DistinctParty>
        """;
    assertThat(Items.of(new OfacAdvancedReader(), HEAD + person + TAIL))
        .containsExactly(
            "14 901 PRIMARY INDIVIDUAL [] Ann Dock Lakeside",
            "17 901 ORIGINAL_SCRIPT INDIVIDUAL [] Лейксайд",
            "20 901 ALIAS? INDIVIDUAL [] Annie",
            "23 unusable: empty name of 901");
  }

  @Test
  void read_wallets_areFoundByTheLabelOfTheirFeature() throws IOException {
    String entity =
        """
        <DistinctParty FixedRef="902"><Profile ID="902" PartySubTypeID="3">
        <Feature FeatureTypeID="8"><FeatureVersion><VersionDetail>1990</VersionDetail></FeatureVersion></Feature>
        <Feature FeatureTypeID="77"><FeatureVersion><VersionDetail DetailTypeID="1432"> bc1made-up </VersionDetail></FeatureVersion></Feature>
        <Feature FeatureTypeID="77"><FeatureVersion><VersionDetail/></FeatureVersion></Feature>
        </Profile></DistinctParty>
        <DistinctParty FixedRef="903"><Profile ID="903" PartySubTypeID="1"><Identity>
        <Alias Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart>
        <NamePartValue ScriptID="215">GREY GULL</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        </Identity></Profile></DistinctParty>
        """;
    assertThat(Items.of(new OfacAdvancedReader(), HEAD + entity + TAIL))
        .containsExactly(
            "15 902 XBT bc1made-up",
            "16 unusable: empty XBT address of 902",
            "19 903 PRIMARY VESSEL [] GREY GULL");
  }

  @Test
  void read_programmes_areToldBehindAllPartiesByTheTypeOfTheirMeasure() throws IOException {
    String party =
        """
        <DistinctParty FixedRef="904"><Profile ID="7904" PartySubTypeID="3"><Identity>
        <Alias Primary="true"><DocumentedName><DocumentedNamePart>
        <NamePartValue ScriptID="215">RED HARBOUR FRONT</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        </Identity></Profile></DistinctParty></DistinctParties><SanctionsEntries>
        <SanctionsEntry ID="904" ProfileID="7904" ListID="1550"><EntryEvent ID="1"><Comment>an event</Comment></EntryEvent>
        <SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>DOCKS</Comment><DatePeriod CalendarTypeID="1"/></SanctionsMeasure>
        <SanctionsMeasure ID="3" SanctionsTypeID="1705"><Comment>no programme</Comment></SanctionsMeasure>
        <SanctionsMeasure ID="4" SanctionsTypeID="1"><Comment> QUAYS-EO1 </Comment></SanctionsMeasure>
        <SanctionsMeasure ID="5" SanctionsTypeID="1"><Comment>DOCKS</Comment></SanctionsMeasure>
        <SanctionsMeasure ID="6" SanctionsTypeID="1"/>
        <SupportingInfo ID="7"><Comment>a note</Comment></SupportingInfo></SanctionsEntry>
        <SanctionsEntry ID="905" ProfileID="905"><SanctionsMeasure ID="8" SanctionsTypeID="1"><Comment>DOCKS</Comment></SanctionsMeasure></SanctionsEntry>
        <SanctionsEntry ID="906" ProfileID="7904"><SanctionsMeasure ID="9" SanctionsTypeID="1705"/></SanctionsEntry>
        </SanctionsEntries></Sanctions>
        """;
    assertThat(Items.of(new OfacAdvancedReader(), HEAD + party))
        .containsExactly(
            "14 904 PRIMARY ENTITY [] RED HARBOUR FRONT",
            "17 904 programmes DOCKS,QUAYS-EO1",
            "24 unusable: entry of 905, whom the list does not name");
  }

  @Test
  void read_externalEntity_isNotFetched() {
    String text =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Sanctions>&e;</Sanctions>";
    assertThatThrownBy(() -> Items.of(new OfacAdvancedReader(), text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not declared");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<sdnList/>                          | expected <DistinctParties>",
        "<Sanctions><DistinctParties></x>    | not OFAC's advanced list, line 1",
        "36,\"A NAME\",-0-                   | not OFAC's advanced list, line 1",
        "''                                  | not OFAC's advanced list",
      })
  void read_anotherFile_saysSo(String text, String said) {
    assertThatThrownBy(() -> Items.of(new OfacAdvancedReader(), text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(said);
  }
}
