package org.scholion.assist.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Directive;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/**
 * Makes papers whose source is their prose, a block a line. In the text {@code $x$} is a formula, {@code [@key]} a citation in
 * brackets, {@code \key} what a macro prints, {@code <q>…</q>} a quotation, {@code <fr>…</fr>} a passage in another language,
 * {@code <em>…</em>} an emphasised one.
 */
public final class Papers {

    private static final SourceUnit UNIT = new SourceUnit.TextFile(Path.of("paper.txt"));

    private final List<Line> lines = new ArrayList<>();
    private final List<Directive> directives = new ArrayList<>();
    private Structure structure = Structure.EMPTY;
    private String language = "en-US";

    private record Line(BlockKind kind, String language, String text) {}

    /** A paper of paragraphs in American English. */
    public static Manuscript of(String... paragraphs) {
        Papers papers = new Papers();
        for (String paragraph : paragraphs) {
            papers.block(BlockKind.PARAGRAPH, paragraph);
        }
        return papers.build();
    }

    /** What the paper declares, and the blocks that follow. */
    public Papers language(String tag) {
        language = tag;
        return this;
    }

    public Papers block(BlockKind kind, String text) {
        lines.add(new Line(kind, language, text));
        return this;
    }

    public Papers block(BlockKind kind, String tag, String text) {
        lines.add(new Line(kind, tag, text));
        return this;
    }

    public Papers structure(Structure value) {
        structure = value;
        return this;
    }

    /** A directive that holds from one place of the source to another. */
    public Papers directive(Directive.Kind kind, List<String> values, TextRange range) {
        directives.add(new Directive(kind, values, new SourceRange(UNIT, range)));
        return this;
    }

    public Manuscript build() {
        StringBuilder source = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        for (Line line : lines) {
            Reading reading = new Reading(line.text(), source.length());
            blocks.add(new Block(line.kind(), 0, reading.prose(), line.language(), range(source.length(), line.text().length())));
            source.append(line.text()).append('\n');
        }
        SourceText text = new SourceText(UNIT, source.toString(), StandardCharsets.UTF_8, false, Revision.DISK);
        return new Manuscript(
                UNIT, "text", language, List.of(text), blocks, structure, directives, List.of(), Manuscript.Notation.PLAIN);
    }

    private static SourceRange range(int start, int length) {
        return new SourceRange(UNIT, TextRange.ofLength(start, length));
    }

    /** Reads one line. */
    private static final class Reading {
        private final String line;
        private final int base;
        private final StringBuilder text = new StringBuilder();
        private final List<Placeholder> placeholders = new ArrayList<>();
        private final List<Passage> passages = new ArrayList<>();
        private final SourceMap.Builder map = SourceMap.builder();
        private int at;

        Reading(String line, int base) {
            this.line = line;
            this.base = base;
        }

        Prose prose() {
            run(line.length());
            return new Prose(text.toString(), placeholders, passages, map.build());
        }

        private void run(int end) {
            while (at < end) {
                int formula = line.startsWith("$", at) ? line.indexOf('$', at + 1) + 1 : -1;
                int citation = line.startsWith("[@", at) ? line.indexOf(']', at) + 1 : -1;
                if (formula > 0) {
                    placeholder(formula, PlaceholderKind.INLINE_MATH, Placeholder.Role.NOUN);
                } else if (citation > 0) {
                    placeholder(citation, PlaceholderKind.CITATION, Placeholder.Role.PARENTHESIS);
                } else if (line.charAt(at) == '\\') {
                    macro();
                } else if (opensPassage()) {
                    passage();
                } else {
                    map.verbatim(range(base + at, 1));
                    text.append(line.charAt(at));
                    at++;
                }
            }
        }

        private boolean opensPassage() {
            int open = line.charAt(at) == '<' ? line.indexOf('>', at) : -1;
            return open > 0 && line.indexOf("</" + line.substring(at + 1, open) + '>', open) > 0;
        }

        private void placeholder(int end, PlaceholderKind kind, Placeholder.Role role) {
            placeholders.add(new Placeholder(text.length(), kind, role, line.substring(at, end)));
            text.append(Prose.PLACEHOLDER);
            map.notation(1, range(base + at, end - at));
            at = end;
        }

        private void macro() {
            int end = at + 1;
            while (end < line.length() && Character.isLetter(line.charAt(end))) {
                end++;
            }
            text.append(line, at + 1, end);
            map.expansion(end - at - 1, range(base + at, end - at));
            at = end;
        }

        private void passage() {
            int open = line.indexOf('>', at);
            String name = line.substring(at + 1, open);
            String close = "</" + name + ">";
            int end = line.indexOf(close, open);
            int start = text.length();
            at = open + 1;
            run(end);
            TextRange range = new TextRange(start, text.length());
            switch (name) {
                case "q" -> passages.add(new Passage(range, Passage.Kind.QUOTATION, ""));
                case "em" -> passages.add(new Passage(range, Passage.Kind.EMPHASIS, ""));
                case "off" -> passages.add(new Passage(range, Passage.Kind.UNCHECKED, ""));
                default -> passages.add(new Passage(range, Passage.Kind.LANGUAGE, name));
            }
            at = end + close.length();
        }
    }
}
