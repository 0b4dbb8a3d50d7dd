package org.scholion.library.internal.style;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.scholion.library.style.StyleInfo;
import org.scholion.library.style.StyleInfo.Citations;

/**
 * What styles there are: {@code styles.tsv}, one a line, made of the heads of the files by the test of this class, since to open more than
 * 10,000 files at run time takes long.
 */
public final class StyleIndex {

    /** Made when it is first wanted. */
    private static final class Holder {
        private static final StyleIndex INDEX = read();
    }

    /** A style and what it is searched by. */
    private record Named(StyleInfo info, String title, String shortTitle) {

        static Named of(StyleInfo info) {
            return new Named(info, plain(info.title()), plain(info.shortTitle()));
        }

        /** Smaller is better; {@link #NO_MATCH} when a word is missing. */
        int rank(String name, List<String> words) {
            if (title.equals(name) || shortTitle.equals(name) || info.id().equals(name)) {
                return 0;
            }
            if (title.startsWith(name) || shortTitle.startsWith(name)) {
                return 1;
            }
            for (String word : words) {
                if (!title.contains(word) && !shortTitle.contains(word) && !info.id().contains(word)) {
                    return NO_MATCH;
                }
            }
            String spaced = " " + title;
            return words.stream().allMatch(word -> spaced.contains(" " + word)) ? 2 : 3;
        }
    }

    private static final int NO_MATCH = Integer.MAX_VALUE;

    private final List<StyleInfo> all;
    private final Map<String, StyleInfo> byId = new HashMap<>();
    private List<Named> named = List.of();

    private StyleIndex(List<StyleInfo> styles) {
        all = styles.stream()
                .sorted(Comparator.comparing(StyleInfo::title, String.CASE_INSENSITIVE_ORDER).thenComparing(StyleInfo::id))
                .toList();
        all.forEach(info -> byId.put(info.id(), info));
    }

    public static StyleIndex get() {
        return Holder.INDEX;
    }

    private static StyleIndex read() {
        List<StyleInfo> styles = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(StyleIndex.class.getResourceAsStream("styles.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().map(StyleIndex::info).forEach(styles::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StyleIndex(styles);
    }

    private static StyleInfo info(String line) {
        String[] cells = line.split("\t", -1);
        return new StyleInfo(cells[0], cells[1], cells[2], cells[3], citations(cells[4]));
    }

    /** @param format the name that CSL has for it */
    static Citations citations(String format) {
        return switch (format) {
            case "numeric" -> Citations.NUMERIC;
            case "author-date" -> Citations.AUTHOR_DATE;
            case "author" -> Citations.AUTHOR;
            case "label" -> Citations.LABEL;
            case "note" -> Citations.NOTE;
            default -> Citations.UNKNOWN;
        };
    }

    /** In the order of their titles. */
    public List<StyleInfo> all() {
        return all;
    }

    public Optional<StyleInfo> find(String id) {
        return byId.containsKey(id) ? Optional.of(byId.get(id)) : Optional.empty();
    }

    /** Styles by name, the best first. */
    public List<StyleInfo> search(String text, int limit) {
        String name = plain(text).strip();
        if (name.isEmpty()) {
            return List.of();
        }
        List<String> words = List.of(name.split(" +"));
        record Match(Named style, int rank) {}
        return named().stream()
                .map(style -> new Match(style, style.rank(name, words)))
                .filter(match -> match.rank != NO_MATCH)
                .sorted(Comparator.comparingInt(Match::rank)
                        .thenComparing(match -> !match.style.info().parent().isEmpty())
                        .thenComparingInt(match -> match.style.title().length()))
                .limit(limit)
                .map(match -> match.style.info())
                .toList();
    }

    /** Made at the first search, not when the list is read. */
    private synchronized List<Named> named() {
        if (named.isEmpty()) {
            named = all.stream().map(Named::of).toList();
        }
        return named;
    }

    /** Small letters and digits without accents, single spaces between them. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                plain.appendCodePoint(Character.toLowerCase(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString();
    }
}
