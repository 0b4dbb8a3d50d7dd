package org.scholion.assist.language.internal.languagetool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.text.OffsetMap;
import org.scholion.text.TextRange;

/**
 * A stretch of prose in one language as LanguageTool gets to read it.
 *
 * <p>Formulas, references and what stands for a noun become {@link Substitute#NAME}; citations in brackets and note marks, which the
 * sentence does not need, are left out with the space before them. A passage in another language is a noun as well, and a stretch of
 * its own.
 *
 * @param language the BCP 47 tag to check it as
 * @param text what LanguageTool reads
 * @param map from the text to the prose
 * @param passage whether this is a passage inside a block of another language
 */
record Rendering(String language, String text, OffsetMap map, boolean passage) {

    /** Words before a citation in brackets that show that it is meant as a noun: as in [3]. */
    private static final Set<String> BEFORE_NOUN = Set.of(
            "in", "by", "of", "from", "see", "with", "to", "and", "or", "than", "on", "following", "like", "e.g.", "cf.", "and/or",
            "reference", "ref.", "refs.", "references", "using", "via", "per", "is", "are", "both", "between", "for", "at", "as",
            "dans", "de", "par", "et", "voir", "selon", "en", "por", "y", "ver", "según", "siehe", "von", "nach", "und", "bei",
            "em", "segundo", "e");

    /** All stretches of a block: the block itself first, then its passages in other languages. */
    static List<Rendering> of(Prose prose, String language) {
        List<Rendering> all = new ArrayList<>();
        all.add(new Builder(prose, new TextRange(0, prose.text().length()), language, true).build());
        for (Passage passage : prose.passages()) {
            if (passage.kind() == Passage.Kind.LANGUAGE) {
                all.add(new Builder(prose, passage.range(), passage.language(), false).build());
            }
        }
        return all;
    }

    private static final class Builder {
        private final Prose prose;
        private final String text;
        private final TextRange part;
        private final String language;
        private final boolean whole;
        private final Map<Integer, Placeholder> placeholders = new HashMap<>();
        private final Map<Integer, Passage> foreign = new HashMap<>();
        private final StringBuilder out = new StringBuilder();
        private final OffsetMap.Builder map = OffsetMap.builder();

        Builder(Prose prose, TextRange part, String language, boolean whole) {
            this.prose = prose;
            this.text = prose.text();
            this.part = part;
            this.language = language;
            this.whole = whole;
        }

        Rendering build() {
            prose.placeholders().forEach(placeholder -> placeholders.put(placeholder.offset(), placeholder));
            if (whole) {
                prose.passages().stream()
                        .filter(passage -> passage.kind() == Passage.Kind.LANGUAGE && !passage.range().isEmpty())
                        .forEach(passage -> foreign.put(passage.range().start(), passage));
            }
            int at = part.start();
            while (at < part.end()) {
                Passage passage = foreign.get(at);
                if (passage != null) {
                    noun(passage.range(), "");
                    at = passage.range().end();
                } else if (text.charAt(at) == Prose.PLACEHOLDER) {
                    placeholder(placeholders.get(at));
                    at++;
                } else {
                    at = plain(at);
                }
            }
            return new Rendering(language, out.toString(), map.build(), !whole);
        }

        private int plain(int from) {
            int end = from;
            while (end < part.end() && text.charAt(end) != Prose.PLACEHOLDER && !(end > from && foreign.containsKey(end))) {
                end++;
            }
            int kept = end > from && isSpace(text.charAt(end - 1)) && isAsideBeforeBreak(end) ? end - 1 : end;
            for (int i = from; i < kept; i++) {
                char c = text.charAt(i);
                out.append(c == '\n' || c == '\u00A0' || c == '\u2009' || c == '\u202F' ? ' ' : c);
            }
            map.verbatim(new TextRange(from, kept));
            return end;
        }

        /** Whether something stands here that is left out, so that the space before it would stand before a space or a stop. */
        private boolean isAsideBeforeBreak(int at) {
            Placeholder placeholder = placeholders.get(at);
            return placeholder != null
                    && isAside(placeholder)
                    && (at + 1 >= part.end() || !Character.isLetterOrDigit(text.charAt(at + 1)));
        }

        private boolean isAside(Placeholder placeholder) {
            return placeholder.role() == Placeholder.Role.PARENTHESIS && !standsForNoun(placeholder.offset());
        }

        private void placeholder(Placeholder placeholder) {
            TextRange range = TextRange.ofLength(placeholder.offset(), 1);
            if (!isAside(placeholder)) {
                noun(range, endsSentence(placeholder) ? "." : "");
            }
        }

        private void noun(TextRange source, String end) {
            String word = Substitute.NAME + end;
            out.append(word);
            map.replaced(word.length(), source);
        }

        /** A displayed formula with a full stop in it, followed by a new sentence. */
        private boolean endsSentence(Placeholder placeholder) {
            if (placeholder.kind() != PlaceholderKind.DISPLAY_MATH) {
                return false;
            }
            int next = skipSpace(placeholder.offset() + 1);
            return placeholder.display().strip().endsWith(".")
                    && next < part.end()
                    && Character.isUpperCase(text.charAt(next));
        }

        private boolean standsForNoun(int offset) {
            int end = offset;
            while (end > part.start() && isSpace(text.charAt(end - 1))) {
                end--;
            }
            if (end == part.start()) {
                return true;
            }
            if (end == offset && text.charAt(end - 1) != '(') {
                // joined to a word, as numbers set high are
                return false;
            }
            int start = end;
            while (start > part.start() && !isSpace(text.charAt(start - 1))) {
                start--;
            }
            String before = text.substring(start, end).toLowerCase(Locale.ROOT);
            if (before.startsWith("(")) {
                before = before.substring(1);
            }
            int next = skipSpace(offset + 1);
            boolean verbFollows = next > offset + 1 && next < part.end() && Character.isLowerCase(text.charAt(next));
            boolean startsSentence = before.endsWith(".") || before.endsWith("?") || before.endsWith("!");
            return BEFORE_NOUN.contains(before) || startsSentence && verbFollows;
        }

        private int skipSpace(int from) {
            int at = from;
            while (at < part.end() && isSpace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || c == '\u00A0';
        }
    }
}
