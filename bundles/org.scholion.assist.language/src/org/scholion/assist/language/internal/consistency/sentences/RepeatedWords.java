package org.scholion.assist.language.internal.consistency.sentences;

import java.util.Set;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Word;

/** Which words may stand twice. */
final class RepeatedWords {

    private static final Set<String> ENGLISH = FunctionWords.set("that had is do log very so many bye blah mock new duran walla long far");
    private static final Set<String> GERMAN = FunctionWords.set("die der das den dem sie ihr es was wir dass sich zu");
    private static final Set<String> ROMANCE = FunctionWords.set("nous vous se si faire así muy tan nos");

    private RepeatedWords() {}

    /** Whether the second of two equal words beside each other is one too many. */
    static boolean isOneTooMany(Word first, Word second, String language) {
        if (!first.lower().equals(second.lower()) || !isWord(second.lower())) {
            return false;
        }
        boolean name = Character.isUpperCase(first.text().charAt(0)) && Character.isUpperCase(second.text().charAt(0));
        boolean otherCase = first.text().length() > 1 && isAllCapitals(first.text()) != isAllCapitals(second.text());
        return !name && !otherCase && !first.text().endsWith("'s") && !mayRepeat(second.lower(), language);
    }

    private static boolean mayRepeat(String lower, String language) {
        return switch (language) {
            case "en" -> ENGLISH.contains(lower);
            case "de" -> GERMAN.contains(lower);
            case "fr", "es", "pt" -> ROMANCE.contains(lower);
            default -> false;
        };
    }

    private static boolean isWord(String lower) {
        return (lower.length() > 1 || lower.equals("a")) && lower.chars().allMatch(Character::isLetter);
    }

    private static boolean isAllCapitals(String text) {
        return text.chars().allMatch(Character::isUpperCase);
    }
}
