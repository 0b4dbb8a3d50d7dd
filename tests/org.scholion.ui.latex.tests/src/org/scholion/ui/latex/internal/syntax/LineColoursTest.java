package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

class LineColoursTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("a \\emph{b} c", "COMMAND:\\emph"),
                Arguments.of("a \\% b % c", "COMMAND:\\%; COMMENT:% c"),
                Arguments.of("% !TEX root = main.tex", "DIRECTIVE:% !TEX root = main.tex"),
                Arguments.of("% scholion: off", "DIRECTIVE:% scholion: off"),
                Arguments.of("\\section{A $x$}", "STRUCTURE:\\section; MATH:$; MATH:x$"),
                Arguments.of("see~\\ref{fig:a}", "COMMAND:\\ref; KEY:fig:a"),
                Arguments.of("\\cite[see][p. 3]{a, b} x", "COMMAND:\\cite; KEY:a, b"),
                Arguments.of("\\citep*{a}", "COMMAND:\\citep; KEY:a"),
                Arguments.of("\\mycite{a}", "COMMAND:\\mycite; KEY:a"),
                Arguments.of("\\input{parts/intro}", "STRUCTURE:\\input; KEY:parts/intro"),
                Arguments.of("$a$ b $$c$$", "MATH:$; MATH:a$; MATH:$$; MATH:c$$"),
                Arguments.of("$\\alpha_1$", "MATH:$; MATH_COMMAND:\\alpha; MATH:_1$"),
                Arguments.of("\\(a\\) b", "MATH:\\(; MATH:a; MATH:\\)"),
                Arguments.of("$a \\text{b $c$} d$ e", "MATH:$; MATH:a ; MATH_COMMAND:\\text; MATH:$; MATH:c$; MATH: d$"),
                Arguments.of("\\begin{align}x\\end{align}", "STRUCTURE:\\begin; ENVIRONMENT:align; MATH:x; STRUCTURE:\\end; ENVIRONMENT:align"),
                Arguments.of("\\verb|a $ b| $c$", "COMMAND:\\verb; VERBATIM:|a $ b|; MATH:$; MATH:c$"),
                Arguments.of("\\\\ % c", "COMMAND:\\\\; COMMENT:% c"),
                Arguments.of("\\iffalse a \\fi b", "COMMENT:\\iffalse; COMMENT: a ; COMMENT:\\fi"),
                Arguments.of("\\begin{itemize} \\item a", "STRUCTURE:\\begin; ENVIRONMENT:itemize; STRUCTURE:\\item"),
                Arguments.of("it costs 5\\$ and \\$6", "COMMAND:\\$; COMMAND:\\$"),
                Arguments.of("\\begin{", "STRUCTURE:\\begin"),
                Arguments.of("\\", ""));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineHasItsTokens(String line, String expected) {
        assertEquals(expected, shown(line));
    }

    @Test
    void mathematicsThatNobodyClosesEndsWithItsParagraph() {
        assertEquals("MATH:$; MATH:a; COMMAND:\\b", shown("$a\n\n\\b"));
    }

    @Test
    void codeGoesOnOverEmptyLinesUntilItsEnd() {
        assertEquals(
                "STRUCTURE:\\begin; ENVIRONMENT:verbatim; VERBATIM:$a; VERBATIM:% b; STRUCTURE:\\end; ENVIRONMENT:verbatim",
                shown("\\begin{verbatim}\n$a\n\n% b\n\\end{verbatim} c"));
    }

    @Test
    void keysMayRunOverLines() {
        assertEquals("COMMAND:\\cite; KEY:a,; COMMENT:% first; KEY:  b", shown("\\cite{a,% first\n  b} c"));
    }

    @Test
    void keepingUpWithChangesGivesTheSameAsLookingAnew() {
        long seed = 20261123L;
        Random random = new Random(seed);
        String[] pieces = {"$", "\n", "\\begin{verbatim}", "\\end{verbatim}", "a ", "%", "\\cite{", "}", "\n\n", "\\[", "\\]", "\\text{"};
        StringBuilder text = new StringBuilder("one\ntwo $x$\n\nthree\n");
        LineColours colours = new LineColours();
        colours.reset(new Lines(text.toString()));
        for (int step = 0; step < 2000; step++) {
            int start = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), start + (random.nextInt(3) == 0 ? random.nextInt(8) : 0));
            String inserted = random.nextInt(4) == 0 ? "" : pieces[random.nextInt(pieces.length)] + pieces[random.nextInt(pieces.length)];
            int firstLine = new LineIndex(text).line(start) - 1;
            List<String> before = perLine(colours, new Lines(text.toString()));
            text.replace(start, end, inserted);
            Lines lines = new Lines(text.toString());
            int last = colours.changed(lines, firstLine, (int) inserted.chars().filter(c -> c == '\n').count());
            LineColours anew = new LineColours();
            anew.reset(lines);
            List<String> now = perLine(colours, lines);
            assertEquals(perLine(anew, lines), now, "seed " + seed + ", step " + step);
            int unchanged = now.size() - 1 - last;
            assertTrue(unchanged >= 0);
            assertEquals(
                    before.subList(before.size() - unchanged, before.size()),
                    now.subList(now.size() - unchanged, now.size()),
                    "behind the damage nothing looks different; seed " + seed + ", step " + step);
            if (text.length() > 600) {
                text.setLength(0);
                text.append("start\n");
                colours.reset(new Lines(text.toString()));
            }
        }
    }

    private static List<String> perLine(LineColours colours, Lines lines) {
        List<String> shown = new ArrayList<>();
        for (int line = 0; line < lines.count(); line++) {
            StringBuilder tokens = new StringBuilder();
            int start = lines.line(line).start();
            colours.tokens(lines, line, (kind, range) -> tokens.append(kind).append(range.shifted(-start)).append(' '));
            shown.add(tokens.toString());
        }
        return shown;
    }

    private static String shown(String text) {
        return LineColours.tokens(text).stream()
                .map(token -> token.kind() + ":" + token.range().of(text))
                .collect(Collectors.joining("; "));
    }

    /** A plain text as lines. */
    private record Lines(String string) implements LineColours.Lines {
        @Override
        public CharSequence text() {
            return string;
        }

        @Override
        public int count() {
            return new LineIndex(string).lineCount();
        }

        @Override
        public TextRange line(int number) {
            LineIndex index = new LineIndex(string);
            int end = number + 1 < index.lineCount() ? index.start(number + 2) - 1 : string.length();
            return new TextRange(index.start(number + 1), end);
        }
    }
}
