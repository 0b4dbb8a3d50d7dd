package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFormat.FieldOrder;
import org.scholion.bibtex.BibtexFormat.Order;
import org.scholion.text.TextEdits;

class BibtexFormatTest {

    private static final String TEXT = """
            % my references

            @misc{b,year=2000,title={B
              of two lines}}
            % about a
            @Article(a, title = "A", author = {Zed, Z.}, crossref = {p},)
            @string{j = {J}}
            @misc{c, % a note
              title = {C}}
            @proceedings{p, title = j # { P}}
            @comment{jabref-meta: x;}
            """;

    private static String format(String text, BibtexFormat format) {
        return new TextEdits(format.edits(BibtexParser.parse(text))).applyTo(text);
    }

    @Test
    void sortsAndKeepsCommentsWithTheirEntries() {
        assertEquals("""
                % my references

                @string{j = {J}}

                % about a
                @Article(a,
                  title    = "A",
                  author   = {Zed, Z.},
                  crossref = {p},
                )

                @misc{b,
                  year  = 2000,
                  title = {B
                  of two lines}
                }

                @misc{c, % a note
                  title = {C}}

                @proceedings{p,
                  title = j # { P}
                }

                @comment{jabref-meta: x;}
                """, format(TEXT, new BibtexFormat(Order.KEY, FieldOrder.AS_IS, "  ", true, 1)));
    }

    @Test
    void ordersFieldsAndEntriesByYear() {
        String sorted = format("@misc{x, year = 1999, title = {T}, author = {A B}}\n@misc{y, year = 2001}\n", new BibtexFormat(Order.YEAR, FieldOrder.USUAL, "\t", false, 0));
        assertEquals("@misc{y,\n\tyear = 2001\n}\n@misc{x,\n\tauthor = {A B},\n\ttitle = {T},\n\tyear = 1999\n}\n", sorted);
    }

    @Test
    void aFileThatCouldNotBeReadIsNotSorted() {
        String text = "@misc{b, x = {1}\n\n@misc{a, y = {2}}\n";
        assertEquals("@misc{b, x = {1}\n\n@misc{a,\n  y = {2}\n}\n", format(text, new BibtexFormat(Order.KEY, FieldOrder.AS_IS, "  ", false, 1)));
    }

    @Test
    void realFilesKeepAllValuesAndFormattingTwiceIsFormattingOnce() throws IOException {
        BibtexFormat format = new BibtexFormat(Order.AUTHOR, FieldOrder.USUAL, "    ", true, 1);
        for (Path path : SampleFiles.bibliographies()) {
            String text = SampleFiles.read(path);
            BibtexFile before = BibtexParser.parse(text);
            String once = format(text, format);
            BibtexFile after = BibtexParser.parse(once);
            assertEquals(values(before), values(after), path.toString());
            // where something could not be read, setting out entries may put it right
            if (before.problems().stream().allMatch(problem -> problem.kind() == BibtexProblem.Kind.UNKNOWN_MACRO)) {
                assertEquals(once, format(once, format), path.toString());
            }
        }
    }

    private static List<String> values(BibtexFile file) {
        return file.entries().stream().flatMap(entry -> entry.fields().stream().map(field -> value(file, entry, field))).sorted().toList();
    }

    private static String value(BibtexFile file, Entry entry, BibtexField field) {
        return entry.key() + " " + field.name() + " " + field.valueRange().of(file.text()) + " " + field.value();
    }
}
