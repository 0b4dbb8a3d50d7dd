package org.scholion.cli.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/** Text without markup as a manuscript: paragraphs stand between empty lines. */
public final class PlainText {

    /** What {@link Manuscript#format()} says of it. */
    public static final String FORMAT = "text";

    private PlainText() {}

    /** The manuscript of a text; {@code unit} need not exist. */
    public static Manuscript read(SourceUnit unit, String text) {
        List<Block> blocks = new ArrayList<>();
        int start = -1;
        int end = 0;
        int lineStart = 0;
        while (lineStart <= text.length()) {
            int lineEnd = lineEnd(text, lineStart);
            boolean blank = text.substring(lineStart, lineEnd).chars().allMatch(c -> isSpace((char) c));
            if (!blank && start < 0) {
                start = lineStart;
            }
            end = blank ? end : lineEnd;
            if (start >= 0 && (blank || lineEnd == text.length())) {
                blocks.add(paragraph(unit, text, new TextRange(start, end)));
                start = -1;
            }
            lineStart = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
        }
        SourceText source = new SourceText(unit, text, StandardCharsets.UTF_8, false, Revision.DISK);
        return new Manuscript(
                unit, FORMAT, "und", List.of(source), blocks, Structure.EMPTY, List.of(), List.of(), Manuscript.Notation.PLAIN);
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static Block paragraph(SourceUnit unit, String text, TextRange range) {
        StringBuilder prose = new StringBuilder();
        SourceMap.Builder map = SourceMap.builder();
        List<Placeholder> placeholders = new ArrayList<>();
        int at = range.start();
        while (at < range.end()) {
            int from = at;
            boolean space = isSpace(text.charAt(at));
            while (at < range.end() && isSpace(text.charAt(at)) == space) {
                at++;
            }
            SourceRange source = new SourceRange(unit, new TextRange(from, at));
            if (!space) {
                for (int i = from; i < at; i++) {
                    if (text.charAt(i) == Prose.PLACEHOLDER) {
                        placeholders.add(
                                new Placeholder(prose.length() + i - from, PlaceholderKind.OBJECT, Placeholder.Role.NOUN, ""));
                    }
                }
                prose.append(text, from, at);
                map.verbatim(source);
            } else if (!prose.isEmpty() && at < range.end()) {
                prose.append(' ');
                if (at - from == 1 && text.charAt(from) == ' ') {
                    map.verbatim(source);
                } else {
                    map.notation(1, source);
                }
            }
        }
        Prose read = new Prose(prose.toString(), placeholders, List.of(), map.build());
        return new Block(BlockKind.PARAGRAPH, 0, read, "und", new SourceRange(unit, range));
    }
}
