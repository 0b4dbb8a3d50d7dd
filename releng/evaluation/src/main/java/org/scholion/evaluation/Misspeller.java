package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Changes a letter of a word; the first letter stays, as it mostly does when people err. */
final class Misspeller {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}'-])[a-z]{5,}(?![\\p{L}\\p{N}'-])");
    private static final String VOWELS = "aeiou";
    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private final Random random;

    Misspeller(Random random) {
        this.random = random;
    }

    /** A change of one word of the text, or nothing where there is no word. */
    Optional<TextEdit> edit(String kind, String text) {
        List<TextRange> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new TextRange(matcher.start(), matcher.end()));
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        TextRange range = words.get(random.nextInt(words.size()));
        return Optional.of(new TextEdit(range, change(kind, range.of(text))));
    }

    private String change(String kind, String word) {
        int at = 1 + random.nextInt(word.length() - 1);
        String head = word.substring(0, at);
        String tail = word.substring(at + 1);
        char letter = word.charAt(at);
        return switch (kind) {
            case "spelling-missing" -> head + tail;
            // the same letter twice or a neighbour's on the keyboard
            case "spelling-extra" -> head + (random.nextBoolean() ? letter : beside(letter)) + letter + tail;
            case "spelling-wrong" -> head + (isVowel(letter) ? VOWELS.charAt(random.nextInt(VOWELS.length())) : beside(letter)) + tail;
            case "spelling-transposed" -> tail.isEmpty()
                    ? word.substring(0, at - 1) + letter + word.charAt(at - 1)
                    : head + tail.charAt(0) + letter + tail.substring(1);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private char beside(char letter) {
        for (String row : KEYS) {
            int at = row.indexOf(letter);
            if (at >= 0) {
                return row.charAt(at == 0 ? 1 : at == row.length() - 1 || random.nextBoolean() ? at - 1 : at + 1);
            }
        }
        return letter;
    }
}
