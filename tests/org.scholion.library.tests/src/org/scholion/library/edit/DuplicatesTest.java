package org.scholion.library.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdits;

class DuplicatesTest {

    /** {@code title; author; year; venue; doi; eprint; pages}. */
    private static Reference reference(String key, String text) {
        String[] parts = text.split(";", -1);
        Reference.Builder builder = new Reference.Builder(key).title(parts[0]).author(Person.of(parts[1].strip(), "A.")).year(Integer.parseInt(parts[2].strip()))
                .venue(parts[3]).doi(parts[4]).field(WorkField.EPRINT, parts[5]).field(WorkField.PAGES, parts[6]);
        boolean preprint = parts[3].contains("arXiv");
        return builder.type(preprint ? WorkType.PREPRINT : parts[3].contains("Conf") ? WorkType.CONFERENCE_PAPER : WorkType.ARTICLE).build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Attention is all you need; Vaswani; 2017; Conf NIPS;;;           | Attention Is All You Need; Vaswani; 2017; Conf NIPS;;;1-2          | SAME
            On cells and their walls; Müller; 2001; Cell; 10.1000/1;;        | On Cells & Walls; Mueller; 2001; Cell; 10.1000/1;;                  | SAME
            Deep nets for all; Li; 2016; arXiv;;1601.01234;                  | Deep nets for all; Li; 2017; Conf CVPR;;;                           | OTHER_VERSION
            Deep nets for all; Li; 2016; arXiv;;1601.01234v2;                | Deep networks for all; Li; 2016; arXiv;;1601.01234;                 | SAME
            A fast method for graphs; Li; 2016; Conf ICML;;;                 | A fast method for graphs; Li; 2017; Machine Learning;;;             | OTHER_VERSION
            The theory of games, part I; Li; 2016; Nature;;;                 | The theory of games, part II; Li; 2016; Nature;;;                   | NONE
            Editorial; Li; 2016; Nature;;;5                                  | Editorial; Li; 2016; Nature;;;77                                    | NONE
            A survey of program synthesis; Li; 2016; Nature;;;               | A survey of program synthesis; Doe; 2016; Nature;;;                 | NONE
            One book of tales; Li; 2016; X; 10.1000/2;;                      | Quite another chapter; Li; 2016; X; 10.1000/2;;                     | NONE
            Same title of two works; Li; 2016; X; 10.1000/2;;                | Same title of two works; Li; 2016; X; 10.1000/3;;                   | NONE
            """)
    void tellsTheSameFromVersionsAndFromOthers(String first, String second, String kind) throws CancelledException {
        List<DuplicateGroup> groups = Duplicates.find(List.of(reference("a", first), reference("b", second)), CancelToken.NEVER);
        assertEquals(kind, groups.isEmpty() ? "NONE" : groups.getFirst().kind().name(), groups::toString);
    }

    @Test
    void fiftyThousandDoNotTakeFiftyThousandTimesAsLong() {
        String[] words = "deep graph neural quantum cell protein energy market language model theory proof search index climate river".split(" ");
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            int n = i % 40_000;
            String title = "On " + words[n % 16] + " " + words[n / 16 % 16] + " " + words[n / 256 % 16] + " of kind x" + n;
            references.add(reference("k" + i, title + "; Author" + n % 700 + ";" + (1990 + n % 30) + "; Nature;;;"));
        }
        List<DuplicateGroup> groups = assertTimeoutPreemptively(Duration.ofSeconds(120), () -> Duplicates.find(references, CancelToken.NEVER));
        assertEquals(10_000, groups.size());
    }

    @Test
    void mergesTwoEntriesAsTheAuthorChooses() {
        String text = """
                @string{nat = "Nature"}
                @article{a,
                  author = {Li, X.},
                  title = {Deep {N}ets},
                  year = 2016,
                }

                @article{b,
                  author = {Li, Xiaoming and Doe, Jane},
                  title = {Deep nets},
                  journal = nat,
                  doi = {10.1000/1},
                }

                @misc{c, crossref = {b}}
                """;
        BibtexFile file = BibtexParser.parse(text);
        MergeProposal proposal = MergeProposal.of(file, file.entry("a").orElseThrow(), file.entry("b").orElseThrow());
        assertEquals("b", proposal.renamedKeys().keySet().iterator().next());
        assertEquals("""
                @string{nat = "Nature"}
                @article{a,
                  author = {Li, Xiaoming and Doe, Jane},
                  title = {Deep {N}ets},
                  year = 2016,
                  journal = nat,
                  doi = {10.1000/1},
                }

                @misc{c, crossref = {a}}
                """, new TextEdits(proposal.edits()).applyTo(text));
        assertTrue(new TextEdits(proposal.choose("title", MergeProposal.Choice.MERGED).edits()).applyTo(text).contains("title = {Deep nets}"));
    }

    @Test
    void theKeyThatGoesStaysAsAnotherNameWhereTheAuthorWantsIt() {
        String text = "@article{a,\n  title = {T},\n  ids = {old}\n}\n\n@article{b,\n  title = {T},\n  ids = {older}\n}\n\n"
                + "@misc{c, crossref = {b}}\n";
        BibtexFile file = BibtexParser.parse(text);
        MergeProposal proposal = MergeProposal.of(file, file.entry("a").orElseThrow(), file.entry("b").orElseThrow());
        assertEquals(
                "@article{a,\n  title = {T},\n  ids = {old, b, older}\n}\n\n@misc{c, crossref = {a}}\n",
                new TextEdits(proposal.edits(true)).applyTo(text));
    }

    @Test
    void anotherNameAndANewFieldGoIntoTheEntryTogether() {
        String text = "@article{a,\n  title = {T}\n}\n\n@article{b,\n  title = {T},\n  doi = {10.1000/1}\n}\n";
        BibtexFile file = BibtexParser.parse(text);
        MergeProposal proposal = MergeProposal.of(file, file.entry("a").orElseThrow(), file.entry("b").orElseThrow());
        BibtexFile merged = BibtexParser.parse(new TextEdits(proposal.edits(true)).applyTo(text));
        assertEquals(List.of(), merged.problems());
        assertEquals("10.1000/1", merged.value(merged.entries().getFirst(), "doi").orElseThrow());
        assertEquals("b", merged.value(merged.entries().getFirst(), "ids").orElseThrow());
        assertEquals(merged.entries().getFirst(), merged.entry("b").orElseThrow());
    }
}
