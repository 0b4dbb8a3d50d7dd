package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scholion.cli.internal.Style;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

class UnifiedDiffTest {

    private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

    @Test
    void aChangeHasThreeLinesAroundIt() {
        assertEquals(
                """
                --- f
                +++ f
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +x
                 6
                 7
                 8
                """,
                diff(TEN, edit(8, 9, "x")));
    }

    @Test
    void farChangesAreHunksOfTheirOwn() {
        String text = TEN + TEN + TEN;
        String diff = diff(text, edit(0, 1, "x\nx"), edit(text.length() - 3, text.length() - 1, "y"));
        assertTrue(diff.contains("@@ -1,4 +1,5 @@\n"), diff);
        assertTrue(diff.contains("@@ -27,4 +28,4 @@\n"), diff);
    }

    @Test
    void nearChangesShareAHunk() {
        String diff = diff(TEN, edit(0, 1, "x"), edit(10, 11, "y"));
        assertEquals(1, diff.split("@@ -", -1).length - 1, diff);
    }

    @Test
    void severalChangesOfALineAreOne() {
        assertEquals("--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a b c\n+x b y\n", diff("a b c\n", edit(0, 1, "x"), edit(4, 5, "y")));
    }

    @Test
    void aMissingLineEndIsSaid() {
        assertEquals(
                "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
                diff("a", edit(0, 1, "b")));
    }

    @Test
    void joinedLinesShrinkTheHunk() {
        assertEquals("--- f\n+++ f\n@@ -1,2 +1,1 @@\n-a\n-b\n+a b\n", diff("a\nb\n", edit(1, 2, " ")));
    }

    @Test
    void coloursAreForTerminals() {
        assertTrue(new UnifiedDiff("a\n", new Style(true)).of("f", List.of(edit(0, 1, "b"))).contains("\u001b[32m+b\u001b[0m"));
    }

    @Test
    void theDifferenceMakesTheNewTextOfTheOld() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append("ab \n".charAt(random.nextInt(4)));
            }
            List<TextEdit> edits = new ArrayList<>();
            for (int at = random.nextInt(8); at < length; at += 1 + random.nextInt(20)) {
                int end = Math.min(length, at + random.nextInt(4));
                edits.add(edit(at, end, "x\ny".substring(0, random.nextInt(4))));
                at = end + 1;
            }
            String expected = new TextEdits(edits).applyTo(text);
            assertEquals(expected, patched(text.toString(), new UnifiedDiff(text.toString(), Style.PLAIN).of("f", edits)), "round " + round);
        }
    }

    /** Applies a difference as {@code patch} does. */
    private static String patched(String text, String diff) {
        List<String> old = new ArrayList<>(List.of(text.split("(?<=\n)")));
        StringBuilder result = new StringBuilder();
        int at = 0;
        String[] lines = diff.split("(?<=\n)");
        for (int i = 2; i < lines.length; i++) {
            if (lines[i].startsWith("@@")) {
                int first = Integer.parseInt(lines[i].substring(4, lines[i].indexOf(',')));
                for (; at < first - 1; at++) {
                    result.append(old.get(at));
                }
                continue;
            }
            boolean open = i + 1 < lines.length && lines[i + 1].startsWith("\\");
            String content = open ? lines[i].substring(1, lines[i].length() - 1) : lines[i].substring(1);
            switch (lines[i].charAt(0)) {
                case '+' -> result.append(content);
                case '-' -> assertEquals(old.get(at++), content);
                case ' ' -> {
                    assertEquals(old.get(at++), content);
                    result.append(content);
                }
                default -> assertTrue(lines[i].startsWith("\\"));
            }
        }
        for (; at < old.size(); at++) {
            result.append(old.get(at));
        }
        return result.toString();
    }

    private static TextEdit edit(int start, int end, String replacement) {
        return new TextEdit(new TextRange(start, end), replacement);
    }

    private static String diff(String text, TextEdit... edits) {
        return new UnifiedDiff(text, Style.PLAIN).of("f", List.of(edits));
    }
}
