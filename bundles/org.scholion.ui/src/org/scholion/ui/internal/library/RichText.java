package org.scholion.ui.internal.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.text.TextRange;

/**
 * A text with emphasis and links.
 *
 * @param text plain
 * @param spans in the order of their beginnings; they may lie in each other
 */
@NonNullByDefault
record RichText(String text, List<Span> spans) {

    /** How a part is shown. */
    enum Look {
        BOLD,
        ITALIC,
        SUPERSCRIPT,
        SUBSCRIPT,
        LINK
    }

    /**
     * A part that is shown in another way.
     *
     * @param target of a link; else empty
     */
    record Span(TextRange range, Look look, String target) {}

    RichText {
        spans = List.copyOf(spans);
    }

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)([^>]*)>");
    private static final Pattern TARGET = Pattern.compile("href\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]+|[a-z]+);");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0", "ndash", "\u2013", "mdash", "\u2014");
    private static final Map<String, Look> LOOKS = Map.of(
            "i", Look.ITALIC, "em", Look.ITALIC, "b", Look.BOLD, "strong", Look.BOLD, "a", Look.LINK,
            "sup", Look.SUPERSCRIPT, "sub", Look.SUBSCRIPT);

    /** A tag that was opened. */
    private record Open(String name, int start, String target) {}

    /** The text of a reference as a style writes it; what is not known of its markup is left out. */
    static RichText ofHtml(String html) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        int place = 0;
        while (tag.find()) {
            text.append(plain(html.substring(place, tag.start())));
            place = tag.end();
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            if (tag.group(1).isEmpty()) {
                Matcher target = TARGET.matcher(tag.group(3));
                open.push(new Open(name, text.length(), target.find() ? plain(target.group(1)) : ""));
            } else if (!open.isEmpty() && open.peek().name().equals(name)) {
                Open begun = open.pop();
                Look look = LOOKS.get(name);
                if (look != null && begun.start() < text.length()) {
                    spans.add(new Span(new TextRange(begun.start(), text.length()), look, begun.target()));
                }
            }
        }
        text.append(plain(html.substring(place)));
        spans.sort((one, other) -> Integer.compare(one.range().start(), other.range().start()));
        return new RichText(text.toString(), spans);
    }

    private static String plain(String text) {
        return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String source) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, source);
        }
        try {
            int code = name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : source;
        } catch (NumberFormatException tooLong) {
            return source;
        }
    }

    /** Collects a text. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();

        Builder add(String plain) {
            text.append(plain);
            return this;
        }

        Builder add(String plain, Look look, String target) {
            if (!plain.isEmpty()) {
                spans.add(new Span(TextRange.ofLength(text.length(), plain.length()), look, target));
                text.append(plain);
            }
            return this;
        }

        Builder add(RichText other) {
            int start = text.length();
            for (Span span : other.spans()) {
                TextRange range = new TextRange(start + span.range().start(), start + span.range().end());
                spans.add(new Span(range, span.look(), span.target()));
            }
            text.append(other.text());
            return this;
        }

        Builder add(Snippet snippet) {
            int start = text.length();
            for (TextRange marked : snippet.marked()) {
                spans.add(new Span(new TextRange(start + marked.start(), start + marked.end()), Look.BOLD, ""));
            }
            text.append(snippet.text());
            return this;
        }

        RichText build() {
            return new RichText(text.toString(), spans);
        }
    }
}
