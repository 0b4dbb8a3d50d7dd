package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexElement.Entry;

/** All real files through the parser. */
class BibtexFilesTest {

    private static final Pattern ENTRY = Pattern.compile("(?m)^[ \\t]*@(?!comment|string|preamble)[A-Za-z]+\\s*[{(]", Pattern.CASE_INSENSITIVE);
    private static final long SEED = 20250101L;

    @Test
    void everyPartStandsWhereItsRangeSays() throws IOException {
        for (Path path : SampleFiles.bibliographies()) {
            check(SampleFiles.read(path), path.getFileName().toString());
        }
    }

    @Test
    void asManyEntriesAsLinesThatBeginOne() throws IOException {
        List<String> different = new ArrayList<>();
        int total = 0;
        for (Path path : SampleFiles.bibliographies()) {
            String text = SampleFiles.read(path);
            BibtexFile file = BibtexParser.parse(text);
            int lines = (int) ENTRY.matcher(text).results().count();
            total += file.entries().size();
            if (Math.abs(lines - file.entries().size()) > lines / 50) {
                different.add(path.getFileName() + ": " + file.entries().size() + " of " + lines);
            }
        }
        assertEquals(List.of(), different);
        assertTrue(total > 7000, "entries: " + total);
    }

    @Test
    void brokenFilesDoNotThrow() throws IOException {
        Random random = new Random(SEED);
        String signs = "@{}()\"#%,=\\\n $a1";
        for (Path path : SampleFiles.bibliographies()) {
            String whole = SampleFiles.read(path);
            for (int round = 0; round < 20; round++) {
                int from = whole.isEmpty() ? 0 : random.nextInt(whole.length());
                StringBuilder text = new StringBuilder(whole.substring(from, Math.min(whole.length(), from + 4000)));
                for (int change = 0; change < 12 && !text.isEmpty(); change++) {
                    int at = random.nextInt(text.length());
                    switch (random.nextInt(3)) {
                        case 0 -> text.deleteCharAt(at);
                        case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                        default -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                    }
                }
                check(text.toString(), path.getFileName() + ", seed " + SEED + ", round " + round);
            }
        }
    }

    private static void check(String text, String name) {
        BibtexFile file = BibtexParser.parse(text);
        int end = 0;
        for (BibtexElement element : file.elements()) {
            assertEquals(end, element.range().start(), name);
            end = element.range().end();
            if (element instanceof Entry entry) {
                check(text, entry, name);
                file.values(entry).forEach((field, value) -> PlainValue.of(value));
                entry.field("author").ifPresent(field -> BibtexNames.parse(field.value()));
            }
        }
        assertEquals(text.length(), end, name);
        for (BibtexProblem problem : file.problems()) {
            assertTrue(problem.range().end() <= text.length() && problem.line() > 0, name);
        }
    }

    private static void check(String text, Entry entry, String name) {
        assertEquals('@', text.charAt(entry.range().start()), name);
        assertEquals(entry.type(), entry.typeRange().of(text).toLowerCase(java.util.Locale.ROOT), name);
        assertEquals(entry.key(), entry.keyRange().of(text), name);
        if (entry.complete()) {
            assertTrue("})".indexOf(text.charAt(entry.range().end() - 1)) >= 0, name);
        }
        int at = entry.typeRange().end();
        for (BibtexField field : entry.fields()) {
            assertTrue(field.range().start() >= at && field.range().end() <= entry.range().end(), name + ": " + field);
            at = field.range().end();
            assertEquals(field.name(), field.nameRange().of(text).toLowerCase(java.util.Locale.ROOT), name);
            assertEquals(field.valueRange().start(), field.parts().getFirst().range().start(), name);
            assertEquals(field.valueRange().end(), field.parts().getLast().range().end(), name);
            if (field.parts().size() == 1 && field.parts().getFirst().kind() != BibtexField.Part.Kind.MACRO) {
                assertEquals(field.value(), field.parts().getFirst().content().of(text), name);
            }
        }
    }
}
