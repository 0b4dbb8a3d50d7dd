package org.scholion.manuscript.word.internal.read;

import java.util.Optional;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/**
 * Which of its three languages a run is in: {@code w:lang} says one for Latin letters, one for those of East Asia and one for writing from
 * right to left (ECMA-376 part 1, 17.3.2.20).
 */
enum Scripts {
    LATIN("w:val"),
    EAST_ASIAN("w:eastAsia"),
    RIGHT_TO_LEFT("w:bidi");

    /** The Hebrew block; nothing before it is written from right to left. */
    private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

    private final String attribute;

    Scripts(String attribute) {
        this.attribute = attribute;
    }

    /** The script that most letters of a run are in; a run may be marked as written from right to left as well. */
    static Scripts of(XmlElement run) {
        if (run.child("w:rPr").flatMap(properties -> properties.toggle("w:rtl")).orElse(false)) {
            return RIGHT_TO_LEFT;
        }
        int[] letters = new int[values().length];
        run.elements().filter(element -> element.is("w:t")).forEach(element -> count(element.text(), letters));
        int east = letters[EAST_ASIAN.ordinal()];
        int right = letters[RIGHT_TO_LEFT.ordinal()];
        int latin = letters[LATIN.ordinal()];
        if (east > 0 && east >= latin && east >= right) {
            return EAST_ASIAN;
        }
        return right > latin ? RIGHT_TO_LEFT : LATIN;
    }

    private static void count(String text, int[] letters) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_RIGHT_TO_LEFT) {
                // nearly all letters of nearly all papers
                letters[LATIN.ordinal()] += Character.isLetter(c) ? 1 : 0;
            } else if (Character.isLetter(c)) {
                boolean right = Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
                Scripts script = isEastAsian(c) ? EAST_ASIAN : right ? RIGHT_TO_LEFT : LATIN;
                letters[script.ordinal()]++;
            }
        }
    }

    private static boolean isEastAsian(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }

    /** The language that run properties name for the script. */
    Optional<String> language(XmlElement properties) {
        return properties.child("w:lang").flatMap(lang -> lang.attribute(attribute)).filter(tag -> !tag.isBlank());
    }
}
