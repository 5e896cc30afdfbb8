package org.tocsin.lexicons.engine;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Other alphabets that people write a phrase in: Russian and Ukrainian in Latin letters, Arabic in
 * Latin letters and digits (Arabizi), Uzbek in Latin and Cyrillic (ICU's tables). Each letter has a
 * few habits; all combinations are made, so long phrases keep to the commonest habit of a letter.
 */
final class Translit {
  private static final int MOST_FORMS = 1024;

  private static final Map<Integer, List<String>> RUSSIAN =
      table(
          "а a,б b,в v,г g,ґ g,д d,е e ye,ё e yo,є ye,ж zh j,з z,и i y,і i,ї yi i,й y i j,к k,л l,"
              + "м m,н n,о o,п p,р r,с s,т t,у u,ф f,х h kh x,ц ts c,ч ch 4,ш sh,щ sch sh shch,"
              + "ъ _,ы y i,ь _,э e,ю yu u,я ya ia");

  /** Short vowels are not written in Arabic: each consonant may carry one. */
  private static final Map<Integer, List<String>> ARABIC =
      table(
          "ا a,أ a 2a,إ i e,آ a aa,ب b,ت t,ث th,ج j g,ح 7 h,خ kh 5,د d,ذ th z,ر r,ز z,س s,ش sh ch,"
              + "ص s 9,ض d,ط t 6,ظ z,ع 3 a,غ gh,ف f,ق q 9 k,ك k,ل l,م m,ن n,ه h,و o w u,ي i y,ى a,"
              + "ة a eh,ء 2 _,ئ 2 _,ؤ 2 _");

  private static final List<String> SHORT_VOWELS = List.of("", "a", "i", "e", "u", "o");

  private Translit() {}

  private static Map<Integer, List<String>> table(String rows) {
    return Arrays.stream(rows.split(",", -1))
        .collect(
            Collectors.toMap(
                row -> row.codePointAt(0),
                row ->
                    Arrays.stream(row.substring(2).split(" ", -1))
                        .map(way -> way.replace("_", ""))
                        .toList()));
  }

  /** The phrase in the other alphabets of its languages; without itself. */
  static Set<String> of(String phrase, List<String> languages) {
    Set<String> forms = new LinkedHashSet<>();
    for (String tag : languages) {
      switch (Languages.primary(tag)) {
        case "ru", "uk" -> forms.addAll(spelt(phrase, RUSSIAN, List.of("")));
        case "ar" -> forms.addAll(spelt(phrase, ARABIC, SHORT_VOWELS));
        case "uz" -> forms.add(uzbek(phrase));
        default -> {}
      }
    }
    forms.remove(phrase);
    return forms;
  }

  private static String uzbek(String phrase) {
    boolean cyrillic =
        phrase.codePoints().anyMatch(cp -> UScript.getScript(cp) == UScript.CYRILLIC);
    String id = cyrillic ? "uz_Cyrl-uz_Latn" : "uz_Latn-uz_Cyrl";
    String other = Transliterator.getInstance(id).transliterate(phrase.replace('\'', 'ʻ'));
    // ICU writes э for every e; the spelling has it only where a word begins.
    return other.replaceAll("(?<=\\p{L})э", "е");
  }

  private static List<String> spelt(
      String phrase, Map<Integer, List<String>> table, List<String> vowels) {
    List<String> forms = List.of("");
    int[] letters = phrase.codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      List<String> ways = table.get(letters[i]);
      if (ways == null) {
        ways = List.of(Character.toString(letters[i]));
      }
      boolean carries =
          i + 1 < letters.length && consonant(letters[i]) && consonant(letters[i + 1]);
      forms = longer(forms, ways, carries ? vowels : List.of(""));
    }
    return forms;
  }

  private static List<String> longer(List<String> forms, List<String> ways, List<String> vowels) {
    long all = (long) forms.size() * ways.size() * vowels.size();
    List<String> kept = all > MOST_FORMS ? ways.subList(0, 1) : ways;
    boolean full = (long) forms.size() * kept.size() * vowels.size() > MOST_FORMS;
    List<String> carried =
        full ? vowels.subList(Math.min(1, vowels.size() - 1), Math.min(2, vowels.size())) : vowels;
    List<String> longer = new ArrayList<>();
    for (String form : forms) {
      for (String way : kept) {
        for (String vowel : carried) {
          longer.add(form + way + vowel);
        }
      }
    }
    return longer;
  }

  private static boolean consonant(int letter) {
    return ARABIC.containsKey(letter) && "اأإآويىة".indexOf(letter) < 0;
  }
}
