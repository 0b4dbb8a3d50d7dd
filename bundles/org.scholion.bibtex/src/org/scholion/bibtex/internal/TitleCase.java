package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scholion.bibtex.LatexValue;
import org.scholion.bibtex.LatexValue.Accents;
import org.scholion.bibtex.LatexValue.Protection;
import org.scholion.bibtex.PlainValue;

/** Keeps the capitals of titles. */
public final class TitleCase {

    private static final int MAX_GROUP = 12;

    private TitleCase() {}

    /** See {@link LatexValue#title}. */
    public static String protect(String plain, Accents accents, Protection protection) {
        return switch (protection) {
            case NONE -> LatexValue.of(plain, accents);
            case WHOLE -> "{" + LatexValue.of(plain, accents) + "}";
            case ACRONYMS -> {
                boolean capitals = isCapitals(plain);
                List<String> words = new ArrayList<>();
                for (String word : plain.strip().split("\\s+")) {
                    words.add(capitals ? LatexValue.of(word, accents) : acronym(word, accents));
                }
                yield String.join(" ", words);
            }
        };
    }

    /** Whether a text of several words has no lower case at all. */
    public static boolean isCapitals(String plain) {
        return plain.strip().indexOf(' ') > 0
                && plain.codePoints().filter(Character::isLetter).count() > 6
                && plain.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Whether a word of a title in plain text would suffer in lower case: it has a capital behind its first letter. */
    public static boolean needsProtection(String word) {
        for (String part : word.split("[-/\u2010-\u2014]")) {
            boolean first = true;
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (Character.isUpperCase(c) && !first) {
                    return true;
                }
                first &= !Character.isLetterOrDigit(c);
            }
        }
        return false;
    }

    private static String acronym(String word, Accents accents) {
        if (!needsProtection(word)) {
            return LatexValue.of(word, accents);
        }
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.codePointAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.codePointBefore(end))) {
            end--;
        }
        return LatexValue.of(word.substring(0, start), accents) + "{" + LatexValue.of(word.substring(start, end), accents) + "}"
                + LatexValue.of(word.substring(end), accents);
    }

    /** See {@link LatexValue#like}. */
    public static String like(String plain, String before, Accents accents) {
        if (PlainValue.of(before).equals(plain)) {
            return before;
        }
        String old = before.strip();
        if (isOneGroup(old)) {
            return "{" + like(plain, old.substring(1, old.length() - 1), accents) + "}";
        }
        Map<String, String> written = new HashMap<>();
        for (String token : tokens(old)) {
            if (!token.endsWith("\\")) {
                written.putIfAbsent(PlainValue.of(token), token);
            }
        }
        String[] words = plain.strip().split("\\s+");
        StringBuilder result = new StringBuilder();
        int i = 0;
        while (i < words.length) {
            int taken = 1;
            String latex = LatexValue.of(words[i], accents);
            StringBuilder group = new StringBuilder();
            for (int n = 1; n <= MAX_GROUP && i + n <= words.length; n++) {
                group.append(n == 1 ? "" : " ").append(words[i + n - 1]);
                String same = written.get(group.toString());
                if (same != null) {
                    latex = same;
                    taken = n;
                }
            }
            result.append(result.isEmpty() ? "" : " ").append(latex);
            i += taken;
        }
        String encoded = LatexValue.of(plain, accents);
        return PlainValue.of(result.toString()).equals(PlainValue.of(encoded)) ? result.toString() : encoded;
    }

    private static boolean isOneGroup(String latex) {
        return latex.length() > 2 && latex.startsWith("{") && latex.charAt(1) != '\\' && tokens(latex).size() == 1
                && closing(latex) == latex.length() - 1;
    }

    private static int closing(String latex) {
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            depth += latex.charAt(i) == '{' ? 1 : latex.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The pieces between white space outside braces and mathematics. */
    private static List<String> tokens(String latex) {
        List<String> tokens = new ArrayList<>();
        int depth = 0;
        boolean mathematics = false;
        int start = -1;
        for (int i = 0; i <= latex.length(); i++) {
            char c = i == latex.length() ? ' ' : latex.charAt(i);
            boolean end = i == latex.length();
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            mathematics ^= c == '$' && (i == 0 || latex.charAt(i - 1) != '\\');
            boolean gap = end || depth == 0 && !mathematics && Character.isWhitespace(c);
            if (gap && start >= 0) {
                tokens.add(latex.substring(start, i));
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
        return tokens;
    }
}
