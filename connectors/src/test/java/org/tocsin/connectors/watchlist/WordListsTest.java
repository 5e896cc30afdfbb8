package org.tocsin.connectors.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WordListsTest {
  @Test
  void hurtlex_rows_haveTheirCategoriesInWords() throws IOException {
    assertThat(
            Items.of(
                new HurtLexReader(),
                """
                id\tpos\tcategory\tstereotype\tlemma\tlevel
                EN1\tn\tan\tno\tgoose "x\tconservative
                EN2\tn\tor\tno\tcabbage\tinclusive
                EN3\tn\txx\tno\tharbour\tinclusive
                EN4\tn\tan\tno\t\tinclusive
                EN5\tn
                """))
        .containsExactly(
            "2 EN1|goose \"x|AN, animals|true",
            "3 EN2|cabbage|OR, plants|false",
            "4 unusable: unknown category 'XX' of EN3",
            "5 unusable: empty lemma of EN4",
            "6 unusable: 2 cells: the row is cut off");
  }

  @Test
  void phrases_lines_areWordsCommentsOrEmpty() throws IOException {
    assertThat(Items.of(new PhraseListReader(), "\uFEFFred harbour\n\n# note\n  dock "))
        .containsExactly(
            "1 |red harbour||true",
            "2 unusable: empty",
            "3 unusable: a comment: # note",
            "4 |dock||true");
  }

  @Test
  void openSanctions_rows_giveNamesAndWallets() throws IOException {
    assertThat(
            Items.of(
                new OpenSanctionsReader(),
                """
                "id","schema","name","aliases","birth_date","countries","dataset"
                "NK-1","Organization","Red Harbour","Harbour, Men;Dock;","","","A list;B list"
                "NK-2","Person","Ann Dock","","","","A list"
                "NK-3","CryptoWallet","1abc","","","","A list"
                "NK-4","Vessel","","Sea Star","","","A list"
                """))
        .containsExactly(
            "2 NK-1 PRIMARY ENTITY [A list,B list] Red Harbour",
            "2 NK-1 ALIAS ENTITY [A list,B list] Harbour, Men",
            "2 NK-1 ALIAS ENTITY [A list,B list] Dock",
            "3 NK-2 PRIMARY INDIVIDUAL [A list] Ann Dock",
            "4 NK-3 CryptoWallet 1abc",
            "5 unusable: empty name of NK-4",
            "5 NK-4 ALIAS VESSEL [A list] Sea Star");
  }

  @Test
  void tables_withoutTheirColumns_nameThem() {
    assertThatThrownBy(() -> Items.of(new OpenSanctionsReader(), "id,name\n"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("line 1: no column schema, aliases, dataset");
    assertThatThrownBy(() -> Items.of(new HurtLexReader(), "a\tb\n"))
        .hasMessageContaining("no column id, category, lemma, level");
    assertThatThrownBy(() -> Items.of(new HurtLexReader(), "")).hasMessageContaining("empty");
  }
}
