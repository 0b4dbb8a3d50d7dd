package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes English tokens as people do ({@code did n't ,} as {@code didn't,}), and takes text apart into such tokens again. */
final class Tokens {

    private static final Pattern CONTRACTION = Pattern.compile("n['\u2019`]t|['\u2019](?:s|m|d|re|ve|ll)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile("[.,;:?!)\\]}%]+|\\.\\.\\.|''");
    private static final Pattern OPENING = Pattern.compile("[(\\[{$#]|``");
    private static final Set<String> QUOTES = Set.of("\"", "'");
    /** In this order: an abbreviation with its point, a number, an entity, a word that may lose a contraction, a sign. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?:etc|Mr|Mrs|Ms|Dr|vs|(?:\\p{L}\\.)+\\p{L})\\.|\\d+(?:[.,:]\\d+)*\\p{L}*|&\\p{L}+;"
                    + "|(?:[\\p{L}\\p{N}]|[-/'\u2019`](?=[\\p{L}\\p{N}]))+|\\.\\.+|``|''|\\S");
    private static final Pattern ENDING = Pattern.compile("(?i)(?<=\\p{L})(?:n['\u2019`]t|['\u2019](?:s|m|d|re|ve|ll))$");

    private Tokens() {}

    /** The sentence as it is written. */
    static String join(String tokens) {
        StringBuilder sentence = new StringBuilder();
        boolean glue = true;
        boolean quoted = false;
        for (String token : tokens.strip().split("\\s+")) {
            boolean quote = QUOTES.contains(token);
            boolean left = CONTRACTION.matcher(token).matches() || CLOSING.matcher(token).matches() || quote && quoted;
            if (!glue && !left) {
                sentence.append(' ');
            }
            sentence.append(token);
            glue = OPENING.matcher(token).matches() || quote && !quoted;
            quoted ^= quote;
        }
        return sentence.toString();
    }

    /** The tokens of a sentence, separated by spaces. */
    static String split(String sentence) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sentence);
        while (matcher.find()) {
            String token = matcher.group();
            Matcher ending = ENDING.matcher(token);
            if (ending.find() && ending.start() > 0) {
                tokens.add(token.substring(0, ending.start()));
                tokens.add(ending.group());
            } else {
                tokens.add(token);
            }
        }
        return String.join(" ", tokens);
    }
}
