package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexElement.Entry;

class BibtexParserTest {

    private static Entry only(String text) {
        BibtexFile file = BibtexParser.parse(text);
        assertEquals(1, file.entries().size(), text);
        return file.entries().getFirst();
    }

    private static List<BibtexProblem.Kind> problems(String text) {
        return BibtexParser.parse(text).problems().stream().map(BibtexProblem::kind).toList();
    }

    @Test
    void readsAnEntryWithThePlacesOfItsParts() {
        String text = "@Article{knuth84,\n  Title = {Literate {P}rogramming},\n  year = 1984\n}\n";
        Entry entry = only(text);
        assertEquals("article", entry.type());
        assertEquals("Article", entry.typeRange().of(text));
        assertEquals("knuth84", entry.keyRange().of(text));
        assertEquals("@Article{knuth84,\n  Title = {Literate {P}rogramming},\n  year = 1984\n}", entry.range().of(text));
        BibtexField title = entry.fields().get(0);
        assertEquals("title", title.name());
        assertEquals("Title", title.nameRange().of(text));
        assertEquals("{Literate {P}rogramming}", title.valueRange().of(text));
        assertEquals("Literate {P}rogramming", title.value());
        assertEquals("1984", entry.fields().get(1).value());
        assertTrue(entry.complete());
    }

    @Test
    void readsParenthesesAndQuotes() {
        Entry entry = only("@book(k, title = \"A {\"}quoted{\"} title\", note = {)})");
        assertEquals("A {\"}quoted{\"} title", entry.field("title").orElseThrow().value());
        assertEquals(")", entry.field("note").orElseThrow().value());
        assertTrue(entry.complete());
    }

    @Test
    void joinsPartsAndResolvesMacros() {
        BibtexFile file = BibtexParser.parse("@string{JSS = {Journal of }}\n@STRING(full = jss # \"Statistics\")\n"
                + "@article{k, journal = full # { A}, month = feb # \"~3\"}");
        Entry entry = file.entries().getFirst();
        assertEquals("Journal of Statistics A", entry.field("journal").orElseThrow().value());
        assertEquals("February~3", entry.field("month").orElseThrow().value());
        assertEquals(List.of(), file.problems());
        assertEquals(2, entry.fields().get(0).parts().size());
    }

    @Test
    void keepsTheNameOfAnUnknownMacroAndTellsIt() {
        BibtexFile file = BibtexParser.parse("@article{k,\n journal = apj,\n year = 2001}");
        assertEquals("apj", file.entries().getFirst().field("journal").orElseThrow().value());
        assertEquals(BibtexProblem.Kind.UNKNOWN_MACRO, file.problems().getFirst().kind());
        assertEquals(2, file.problems().getFirst().line());
    }

    @Test
    void textBetweenEntriesIsKeptAndCommentsAreNotRead() {
        String text = "Some text, me@example.org\n% @article{no, title={x}}\n@comment{@book{neither, title={y}}}\n@misc{yes}\nend";
        BibtexFile file = BibtexParser.parse(text);
        assertEquals(List.of("yes"), file.entries().stream().map(Entry::key).toList());
        assertEquals(List.of("Between", "Comment", "Between", "Entry", "Between"),
                file.elements().stream().map(element -> element.getClass().getSimpleName()).toList());
        BibtexElement.Comment comment = (BibtexElement.Comment) file.elements().get(1);
        assertEquals("@book{neither, title={y}}", comment.content().of(text));
    }

    @Test
    void preambleIsRead() {
        BibtexElement.Preamble preamble = (BibtexElement.Preamble) BibtexParser.parse("@preamble{ \"\\x{y}\" # {z} }").elements().getFirst();
        assertEquals("\\x{y}z", preamble.content().value());
    }

    @Test
    void commentsBetweenFieldsAreSkipped() {
        Entry entry = only("@article{k, % the key\n % author = {No One},\n title = {100% true}, % yes\n}");
        assertEquals(List.of("title"), entry.fields().stream().map(BibtexField::name).toList());
        assertEquals("100% true", entry.field("title").orElseThrow().value());
    }

    @Test
    void goesOnBehindAnEntryThatIsCutShort() {
        String text = "@article{a,\n title = {x},\n\n@article{b, title = {y}}\n";
        BibtexFile file = BibtexParser.parse(text);
        assertEquals(List.of("a", "b"), file.entries().stream().map(Entry::key).toList());
        assertFalse(file.entries().getFirst().complete());
        assertEquals("x", file.entries().getFirst().field("title").orElseThrow().value());
        assertEquals(List.of(BibtexProblem.Kind.CUT_SHORT), problems(text));
        assertEquals(1, file.problems().getFirst().line());
    }

    @Test
    void goesOnBehindAnUnclosedValue() {
        for (String broken : List.of("{x, year = 2000\n", "{x,\n year = 2000}\n", "\"x, year = 2000}\n", "{x} } } \n year = {")) {
            String text = "@misc{z, year = 1}\n@article{a,\n title = " + broken + "\n@article{b, title = {y}}\n@book{c, title = {w}}";
            BibtexFile file = BibtexParser.parse(text);
            List<String> keys = file.entries().stream().map(Entry::key).toList();
            assertEquals(List.of("z", "a", "b", "c"), keys, text);
            assertEquals("y", file.entry("b").orElseThrow().field("title").orElseThrow().value());
        }
    }

    @Test
    void anEntryInsideAValueMeansThatTheValueIsNotClosed() {
        String text = "@article{a,\n title = {x,\n year = 2000\n\n@article{b, title = {y}}\nstray } }\n@book{c, title = {w}}";
        assertEquals(List.of("a", "b", "c"), BibtexParser.parse(text).entries().stream().map(Entry::key).toList());
        assertEquals(List.of(BibtexProblem.Kind.UNBALANCED), problems(text));
    }

    @Test
    void toldOnceForEachBrokenEntry() {
        assertEquals(List.of(BibtexProblem.Kind.MISSING_COMMA), problems("@article{k, title = {x} year = 2000 note = {z}}"));
        assertEquals(List.of(BibtexProblem.Kind.MISSING_COMMA), problems("@article{k\n title = {x}}"));
        assertEquals(List.of(BibtexProblem.Kind.MISSING_KEY), problems("@article{ title = {x}, year = 2000}"));
        assertEquals(List.of(BibtexProblem.Kind.MISSING_KEY), problems("@article{, title = {x}}"));
        assertEquals(List.of(BibtexProblem.Kind.BAD_FIELD), problems("@article{k, title = , year = 2000}"));
        assertEquals(List.of(BibtexProblem.Kind.BAD_FIELD), problems("@article{k, doi = 10.1000/1, year = 2000}"));
        assertEquals(List.of(BibtexProblem.Kind.CLOSED_EARLY), problems("@article{k, title = {x}}, year = 2000}"));
        assertEquals(List.of(BibtexProblem.Kind.CUT_SHORT), problems("@article{k, title = {x},"));
        assertEquals(List.of(BibtexProblem.Kind.CUT_SHORT), problems("@article{k"));
        assertEquals(List.of(BibtexProblem.Kind.UNBALANCED), problems("@article{k, title = {x"));
        assertEquals(List.of(BibtexProblem.Kind.CUT_SHORT), problems("@string{x = {y}\n"));
        assertEquals(List.of(), problems("@article{k, title = {x},}"));
    }

    @Test
    void fieldsBehindAMissingCommaAreRead() {
        Entry entry = only("@article{k, title = {x} year = 2000, note = {z}}");
        assertEquals(List.of("title", "year", "note"), entry.fields().stream().map(BibtexField::name).toList());
    }

    @Test
    void messagesNameTheEntry() {
        BibtexProblem problem = BibtexParser.parse("\n\n@article{knuth, title = {x} year = 2}").problems().getFirst();
        assertTrue(problem.message().contains("knuth") && problem.message().contains("year"), problem.message());
        assertEquals(3, problem.line());
    }

    @Test
    void inheritsMissingFields() {
        BibtexFile file = BibtexParser.parse("@inproceedings{a, title = {Talk}, crossref = {p}}\n"
                + "@proceedings{p, title = {Proceedings}, year = 2001, xdata = {x}}\n@xdata{x, publisher = {Pub}, ids = {xx}}\n"
                + "@book{b, xdata = {xx, none}}");
        Entry talk = file.entry("a").orElseThrow();
        assertEquals("Talk", file.value(talk, "title").orElseThrow());
        assertEquals("Proceedings", file.value(talk, "booktitle").orElseThrow());
        assertEquals("2001", file.value(talk, "YEAR").orElseThrow());
        assertEquals("Pub", file.value(talk, "publisher").orElseThrow());
        assertEquals("Pub", file.value(file.entry("b").orElseThrow(), "publisher").orElseThrow());
    }

    @Test
    void circlesOfInheritanceEnd() {
        BibtexFile file = BibtexParser.parse("@book{a, crossref = {b}}\n@book{b, crossref = {a}, year = 1}");
        assertEquals("1", file.value(file.entry("a").orElseThrow(), "year").orElseThrow());
    }

    @Test
    void setsKnowTheirMembers() {
        BibtexFile file = BibtexParser.parse("@set{s, entryset = {a, missing,b}}\n@misc{a}\n@misc{c, ids = {b}}");
        assertEquals(List.of("a", "c"), file.members(file.entry("s").orElseThrow()).stream().map(Entry::key).toList());
    }

    @Test
    void macrosOfMacrosDoNotGrowWithoutLimit() {
        StringBuilder text = new StringBuilder("@string{m0 = \"0123456789\"}\n");
        for (int i = 1; i < 60; i++) {
            text.append("@string{m").append(i).append(" = m").append(i - 1).append(" # m").append(i - 1).append("}\n");
        }
        BibtexFile file = BibtexParser.parse(text + "@misc{k, note = m59 # m59}");
        assertTrue(file.entries().getFirst().field("note").orElseThrow().value().length() < 3_000_000);
    }

    @Test
    void deepNestingAndManyBrokenEntriesCostLinearTime() {
        String[] pieces = {"@a{k, t = {", "@a{k, t = \"\n", "@a(k, t = \"{\n", "@string{x = {", "@comment{", "@a{\n", "{", "}", "@comment(\n", "@a{,t=\"}\n",
            "% x", "@a{k, t = {\\href{"};
        for (String piece : pieces) {
            BibtexFile file = BibtexParser.parse(piece.repeat(200_000));
            assertEquals(piece.length() * 200_000, file.elements().getLast().range().end());
        }
    }
}
