package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scholion.bibtex.BibtexName;
import org.scholion.bibtex.BibtexNames;
import org.scholion.bibtex.PlainValue;

/** Splits names as BibTeX does: at {@code and}, then at commas, then into words, of which those in lower case are the particle. */
public final class NameParser {

    private final String text;

    public NameParser(String text) {
        this.text = text;
    }

    public BibtexNames parse() {
        List<BibtexName> names = new ArrayList<>();
        boolean others = false;
        List<String> written = split();
        for (int i = 0; i < written.size(); i++) {
            String name = written.get(i).strip();
            if (i == written.size() - 1 && name.equalsIgnoreCase("others")) {
                others = true;
            } else if (!name.isEmpty()) {
                names.add(name(name));
            }
        }
        return new BibtexNames(names, others);
    }

    /** At each {@code and} that stands between white space outside braces. */
    private List<String> split() {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth = depth(depth, c);
            if (depth == 0 && (c == 'a' || c == 'A') && isAnd(i)) {
                parts.add(text.substring(Math.min(start, i), i));
                start = i + 3;
                i = start - 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private boolean isAnd(int at) {
        return text.regionMatches(true, at, "and", 0, 3)
                && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))
                && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)));
    }

    private static int depth(int depth, char c) {
        return c == '{' ? depth + 1 : c == '}' ? Math.max(0, depth - 1) : depth;
    }

    private static BibtexName name(String name) {
        if (isOneGroup(name)) {
            return new BibtexName(PlainValue.of(name), "", "", true);
        }
        List<String> parts = atCommas(name);
        if (parts.getFirst().matches("(?i)\\s*(family|given|prefix|suffix)(-i)?\\s*=.*")) {
            return named(parts);
        }
        if (parts.size() == 1) {
            List<String> words = words(name);
            int family = familyStart(words);
            return new BibtexName(plain(words.subList(family, words.size())), plain(words.subList(0, family)), "", false);
        }
        String given = parts.size() == 2 ? parts.get(1) : String.join(",", parts.subList(2, parts.size()));
        String suffix = parts.size() == 2 ? "" : parts.get(1);
        boolean body = given.isBlank() && isOneGroup(parts.getFirst().strip());
        return new BibtexName(PlainValue.of(parts.getFirst()), PlainValue.of(given), PlainValue.of(suffix), body);
    }

    /** BibLaTeX: {@code family=Doe, given=Jane, prefix=van}. */
    private static BibtexName named(List<String> parts) {
        String family = "";
        String given = "";
        String prefix = "";
        String suffix = "";
        for (String part : parts) {
            int equals = part.indexOf('=');
            String value = PlainValue.of(part.substring(equals + 1));
            switch (equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                case "family" -> family = value;
                case "given" -> given = value;
                case "prefix" -> prefix = value;
                case "suffix" -> suffix = value;
                default -> {
                    // initials and hash settings say nothing new
                }
            }
        }
        return new BibtexName(prefix.isEmpty() ? family : prefix + " " + family, given, suffix, false);
    }

    /** Of {@code First von Last}: the first word of the family name, its particle included. */
    private static int familyStart(List<String> words) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (isParticle(words.get(i))) {
                return i;
            }
        }
        return Math.max(0, words.size() - 1);
    }

    /** Whether the first letter outside braces, or of an accent, is in lower case. */
    private static boolean isParticle(String word) {
        int depth = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            depth = depth(depth, c);
            if (c == '\\') {
                String plain = PlainValue.of(word.substring(i));
                return !plain.isEmpty() && Character.isLowerCase(plain.codePointAt(0));
            }
            if (depth == 0 && Character.isLetter(c)) {
                return Character.isLowerCase(c);
            }
        }
        return false;
    }

    private static boolean isOneGroup(String name) {
        if (!name.startsWith("{") || !name.endsWith("}") || name.startsWith("{\\")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < name.length() - 1; i++) {
            depth = depth(depth, name.charAt(i));
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> atCommas(String name) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < name.length(); i++) {
            depth = depth(depth, name.charAt(i));
            if (depth == 0 && name.charAt(i) == ',') {
                parts.add(name.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(name.substring(start));
        return parts;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int start = -1;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? ' ' : name.charAt(i);
            depth = i == name.length() ? 0 : depth(depth, c);
            boolean gap = depth == 0 && (Character.isWhitespace(c) || c == '~');
            if (gap && start >= 0) {
                words.add(name.substring(start, i));
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static String plain(List<String> words) {
        return PlainValue.of(String.join(" ", words));
    }
}
